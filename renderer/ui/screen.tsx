import type { JSX, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** The content reaches to the edges and scrolls by itself. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A view of the window: its head with title and actions, and a body that scrolls. */
export function Screen({ title, note, actions, bare = false, children }: ScreenProps): JSX.Element {
  return (
    <section className={styles.screen} aria-label={title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {note === undefined ? null : <p className={styles.note}>{note}</p>}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      <div
        className={classNames(styles.body, !bare && styles.padded)}
        {...(bare ? {} : { tabIndex: 0, role: 'group', 'aria-label': `${title}, content` })}
      >
        {children}
      </div>
    </section>
  );
}
