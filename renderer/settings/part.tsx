import { useId, type JSX, type ReactNode } from 'react';
import page from '../ui/page.module.css';
import styles from './settings.module.css';

export interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function Part({ title, children }: PartProps): JSX.Element {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={page.rows}>{children}</div>
    </section>
  );
}
