import type { JSX } from 'react';
import { classNames } from './class-names.ts';
import styles from './spinner.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null where nobody knows. */
  readonly value: number | null;
}

export function ProgressBar({ label, value }: ProgressBarProps): JSX.Element {
  const percent = value === null ? undefined : Math.round(value * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.bar}
    >
      <div
        className={classNames(styles.fill, percent === undefined && styles.endless)}
        style={percent === undefined ? {} : { width: `${percent}%` }}
      />
    </div>
  );
}
