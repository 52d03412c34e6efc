import type { JSX, ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for those who hear the window. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): JSX.Element {
  return <span className={styles.hidden}>{children}</span>;
}
