import type { JSX } from 'react';
import type { HoldView } from '../../shared/ipc/rules.ts';
import { counted } from '../rules/rule-words.ts';
import { useAsked } from '../state/asked.ts';
import { useDeed } from '../state/deed.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { HoldDiff } from './hold-diff.tsx';
import { HoldHead } from './hold-head.tsx';
import { keptWords, reasonWords } from './hold-words.ts';
import styles from './holds.module.css';

/** One stopped plan as a difference: every block that would go. */
export function HoldCard({ hold }: { readonly hold: HoldView }): JSX.Element {
  const decide = useDeed('decideHold');
  const [asking, setAsking] = useAsked(`remove ${hold.id}`);
  const removals = counted(hold.blocks.length, 'block');
  const approve = async (): Promise<void> => {
    const done = await decide.run(
      { id: hold.id, decision: 'approved' },
      `${removals} will be removed with the next sync.`,
    );
    if (done !== null) setAsking(false);
  };
  return (
    <article className={styles.card} aria-label={reasonWords[hold.reason].title}>
      <header className={styles.head}>
        <HoldHead hold={hold} />
        {hold.state === 'waiting' ? (
          <div className={styles.actions}>
            <Button
              busy={decide.busy}
              onClick={() => void decide.run({ id: hold.id, decision: 'rejected' }, keptWords)}
            >
              Keep the {hold.blocks.length === 1 ? 'block' : 'blocks'}
            </Button>
            <Button look="danger" disabled={decide.busy} onClick={() => setAsking(true)}>
              Remove {hold.blocks.length}…
            </Button>
          </div>
        ) : null}
      </header>
      {hold.state === 'rejected' ? null : <HoldDiff blocks={hold.blocks} />}
      <ConfirmDialog
        open={asking}
        title={`Remove ${removals}?`}
        description="Exactly these blocks go with the next sync, and no others. Your own events are never touched. If their events come back, so do the blocks."
        verb={`Remove ${removals}`}
        danger
        busy={decide.busy}
        onConfirm={() => void approve()}
        onClose={() => setAsking(false)}
      />
    </article>
  );
}
