import { Minus } from 'lucide-react';
import { useState, type JSX } from 'react';
import type { HoldView } from '../../shared/ipc/rules.ts';
import { sayAgo, sayFirstDay, sayTimes } from '../../shared/view/say-when.ts';
import { calendarName } from '../rules/calendar-choices.ts';
import { counted } from '../rules/rule-words.ts';
import { useChoices } from '../rules/use-choices.ts';
import { createAppStore, createRulesStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { blocksByDay, decisionWords, reasonWords } from './hold-words.ts';
import styles from './holds.module.css';

const FIRST_DAYS = 6;

/** One stopped plan as a difference: every block that would go. */
export function HoldCard({ hold }: { readonly hold: HoldView }): JSX.Element {
  const { zone, now } = useFeature(createAppStore, ({ value }) => value) ?? { zone: 'UTC', now: 0 };
  const rules = useFeature(createRulesStore, ({ value }) => value);
  const choices = useChoices();
  const decide = useDeed('decideHold');
  const [asking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  const days = blocksByDay(hold.blocks, (time) => sayFirstDay(time, zone));
  const shown = all ? days : days.slice(0, FIRST_DAYS);
  const rule = rules?.find((view) => view.rule.id === hold.rule)?.rule.name;
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
        <div className={styles.words}>
          <h2 className={styles.title}>
            {reasonWords[hold.reason].title}
            <Badge tone={hold.state === 'waiting' ? 'warn' : 'neutral'}>
              {decisionWords[hold.state]}
            </Badge>
          </h2>
          <p>
            <Foreign text={hold.sentence} max={300} />
          </p>
          <p className={styles.small}>{reasonWords[hold.reason].check}</p>
          <p className={styles.small}>
            <Foreign text={calendarName(choices, hold.target)} />
            {rule === undefined ? '' : ` · rule “${rule}”`} · stopped{' '}
            {sayAgo(hold.since, now, zone)}
          </p>
        </div>
        {hold.state === 'waiting' ? (
          <div className={styles.actions}>
            <Button
              busy={decide.busy}
              onClick={() =>
                void decide.run(
                  { id: hold.id, decision: 'rejected' },
                  'Rejected. The blocks stay as they are.',
                )
              }
            >
              Keep the blocks
            </Button>
            <Button look="danger" disabled={decide.busy} onClick={() => setAsking(true)}>
              Remove {hold.blocks.length}…
            </Button>
          </div>
        ) : null}
      </header>
      <ul className={styles.diff} aria-label="Blocks that would go">
        {shown.map(({ day, blocks }) => (
          <li key={day} className={styles.day}>
            <span className={styles.dayName}>{day}</span>
            <ul className={styles.blocks}>
              {blocks.map((block, index) => (
                <li key={index} className={styles.block}>
                  <Minus size={12} aria-label="Would be removed:" />
                  <span className={styles.when}>{sayTimes(block.time, zone)}</span>
                  <span className={styles.text} data-private-text="">
                    <Foreign text={block.title} max={120} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {days.length > FIRST_DAYS ? (
        <div className={styles.foot}>
          <Button size="small" look="quiet" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${removals}`}
          </Button>
        </div>
      ) : null}
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
