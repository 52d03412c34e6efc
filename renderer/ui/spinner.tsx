import type { JSX } from 'react';
import styles from './spinner.module.css';

/** Something is under way; what, the words beside it say. */
export function Spinner(): JSX.Element {
  return <span className={styles.spinner} aria-hidden="true" />;
}
