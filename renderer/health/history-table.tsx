import { useState, type JSX } from 'react';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { AccountHealth } from './figures.ts';
import { historyKinds, historyRow, type HistoryKind } from './history.ts';
import styles from './health.module.css';

/** Day by day, account by account: whether a goal was kept, and by how much. */
export function HistoryTable({
  accounts,
}: {
  readonly accounts: readonly AccountHealth[];
}): JSX.Element {
  const known = useFeature(createAccountsStore, ({ value }) => value);
  const [kind, setKind] = useState<HistoryKind>('latency');
  const [first] = accounts;
  return (
    <section className={styles.part} aria-labelledby="health-days">
      <div className={styles.head}>
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
                <th scope="row">
                  <Foreign
                    text={known?.find(({ id }) => id === account.account)?.label ?? account.account}
                    max={60}
                  />
                </th>
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
