import { Lock } from 'lucide-react';
import type { JSX } from 'react';
import { Foreign } from '../ui/foreign.tsx';
import styles from './rule-editor.module.css';

/** Why policy stops a rule: it can be changed until it fits. */
export function StoppedNotes({ reasons }: { readonly reasons: readonly string[] }): JSX.Element[] {
  return reasons.map((reason) => (
    <p key={reason} className={styles.locked}>
      <Lock size={14} aria-hidden="true" />
      <span>
        <Foreign text={reason} max={600} /> Its blocks stay as they are.
      </span>
    </p>
  ));
}
