import type { JSX } from 'react';
import styles from './dot.module.css';

/** The colour of a calendar, as its provider gives it; a plain grey where there is none. */
export function Dot({ color }: { readonly color: string | null }): JSX.Element {
  const safe = color !== null && /^#[0-9a-f]{3,8}$/i.test(color) ? color : null;
  return (
    <span
      className={styles.dot}
      aria-hidden="true"
      {...(safe === null ? {} : { style: { background: safe } })}
    />
  );
}
