import { ChevronRight } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** What stands in it, in a few words: for those who need not open it. */
  readonly summary?: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that can be folded away. */
export function Section({ title, summary, open = true, children }: SectionProps): JSX.Element {
  return (
    <details className={styles.section} open={open}>
      <summary className={styles.head}>
        <ChevronRight size={14} className={styles.arrow} aria-hidden="true" />
        <h2 className={styles.title}>{title}</h2>
        {summary === undefined ? null : <span className={styles.summary}>{summary}</span>}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
