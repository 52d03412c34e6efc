import type { JSX, ReactNode } from 'react';
import styles from './setting-row.module.css';

export interface SettingRowProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The control, which carries its own name for assistive technology. */
  readonly children: ReactNode;
}

/** One setting: what it does at the start, its control at the end. */
export function SettingRow({ title, hint, error, children }: SettingRowProps): JSX.Element {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
        {error === undefined ? null : (
          <span role="alert" className={styles.error}>
            {error}
          </span>
        )}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
