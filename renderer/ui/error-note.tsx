import { CircleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { Problem } from '../../shared/ipc/contract.ts';
import { Button } from './button.tsx';
import styles from './error-note.module.css';

export interface ErrorNoteProps {
  readonly problem: Problem;
  /** The one button that mends it. */
  readonly mend?: { readonly words: string; readonly run: () => void; readonly busy?: boolean };
}

/** What happened, what was not lost, and the one button that mends it. */
export function ErrorNote({ problem, mend }: ErrorNoteProps): JSX.Element {
  return (
    <div role="alert" className={styles.note}>
      <span className={styles.icon}>
        <CircleAlert size={16} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <p className={styles.sentence}>{problem.sentence}</p>
        <p className={styles.rest}>{problem.kept}</p>
        {mend === undefined ? <p className={styles.rest}>{problem.action}</p> : null}
        {problem.details.length === 0 ? null : (
          <ul className={styles.details}>
            {problem.details.slice(0, 8).map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {mend === undefined ? null : (
        <Button size="small" busy={mend.busy === true} onClick={mend.run}>
          {mend.words}
        </Button>
      )}
    </div>
  );
}
