import { Check, Minus, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { Foreign } from '../ui/foreign.tsx';
import { AccountHead } from './account-head.tsx';
import {
  figuresOf,
  type AccountHealth,
  type Figure,
  type Verdict,
} from '../../shared/view/health-figures.ts';
import styles from './health.module.css';

/** A row per account, a column per goal. */
export function AccountTable(props: { readonly accounts: readonly AccountHealth[] }): JSX.Element {
  const [first] = props.accounts;
  const columns = first === undefined ? [] : figuresOf(first);
  return (
    <div className={styles.scroller} tabIndex={0} role="group" aria-label="Accounts against goals">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            {columns.map(({ label, goal }) => (
              <th key={label} scope="col">
                {label}
                <span className={styles.goal}>{goal ?? ' '}</span>
              </th>
            ))}
            <th scope="col">Last error</th>
          </tr>
        </thead>
        <tbody>
          {props.accounts.map((account) => (
            <tr key={account.account}>
              <AccountHead account={account.account} />
              {figuresOf(account).map((figure) => (
                <td key={figure.label}>
                  <FigureCell figure={figure} />
                </td>
              ))}
              <td className={styles.error}>
                {account.lastError === null ? (
                  <span className={styles.small}>none</span>
                ) : (
                  <Foreign text={account.lastError} max={160} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const marks: Readonly<Record<Verdict, JSX.Element>> = {
  met: <Check size={12} aria-label="Goal met" />,
  missed: <TriangleAlert size={12} aria-label="Goal missed" />,
  unknown: <Minus size={12} aria-label="No sample" />,
};

function FigureCell({ figure }: { readonly figure: Figure }): JSX.Element {
  return (
    <span
      className={styles.figure}
      data-verdict={figure.goal === null ? undefined : figure.verdict}
    >
      {figure.goal === null ? null : marks[figure.verdict]}
      {figure.goal !== null && figure.verdict === 'unknown' ? null : figure.value}
      {figure.share === null ? null : (
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${Math.round(figure.share * 100)}%` }} />
        </span>
      )}
    </span>
  );
}
