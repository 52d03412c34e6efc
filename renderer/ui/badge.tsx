import type { JSX, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** The words say it; the colour only repeats it. */
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps): JSX.Element {
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  );
}
