import { Lock } from 'lucide-react';
import type { JSX } from 'react';
import type { RuleView } from '../../shared/ipc/rules.ts';
import { Foreign } from '../ui/foreign.tsx';
import { sayStoppedBlocks } from './rule-words.ts';
import styles from './rule-editor.module.css';

/** Why policy stops a rule: it can be changed until it fits. */
export function StoppedNotes({
  stopped,
}: {
  readonly stopped: RuleView['stopped'];
}): JSX.Element[] | null {
  if (stopped === null) return null;
  return stopped.reasons.map((reason) => (
    <p key={reason} className={styles.locked}>
      <Lock size={14} aria-hidden="true" />
      <span>
        <Foreign text={reason} max={600} /> {sayStoppedBlocks(stopped)}
      </span>
    </p>
  ));
}

/** Why a rule may not act until it is changed. */
export function PausedNote({ reason }: { readonly reason: string | null }): JSX.Element | null {
  if (reason === null) return null;
  return (
    <p role="alert" className={styles.problem}>
      <span>
        <Foreign text={reason} max={600} /> Until then it writes nothing, and its blocks stay.
      </span>
    </p>
  );
}
