import { useState, type JSX } from 'react';
import { Segmented } from '../ui/segmented.tsx';
import { AccountHead } from './account-head.tsx';
import type { AccountHealth } from '../../shared/view/health-figures.ts';
import { historyKinds, historyRow, type HistoryKind } from '../../shared/view/health-history.ts';
import page from '../ui/page.module.css';
import styles from './health.module.css';

/** Day by day, account by account: whether a goal was kept, and by how much. */
export function HistoryTable({
  accounts,
}: {
  readonly accounts: readonly AccountHealth[];
}): JSX.Element {
  const [kind, setKind] = useState<HistoryKind>('latency');
  const [first] = accounts;
  return (
    <section className={page.part} aria-labelledby="health-days">
      <div className={page.head}>
        <h2 id="health-days">Day by day</h2>
        <Segmented label="What is shown" value={kind} choices={historyKinds} onChange={setKind} />
      </div>
      <div className={styles.scroller} tabIndex={0} role="group" aria-label="Goals by day">
        <table className={styles.days}>
          <thead>
            <tr>
              <th scope="col">Account</th>
              {first?.days.map(({ day }) => (
                <th key={day} scope="col">
                  {new Date(day).toISOString().slice(8, 10)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.account}>
                <AccountHead account={account.account} />
                {historyRow(account, kind).map(({ day, words, verdict }) => (
                  <td key={day} data-verdict={verdict}>
                    {words}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
