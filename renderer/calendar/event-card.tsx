import { Lock, Repeat, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { Foreign } from '../ui/foreign.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { Entry } from './entries.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './event-card.module.css';

export interface EventCardProps {
  readonly entry: Entry;
  /** What no longer fits of it goes from the end. */
  readonly time: readonly string[];
  readonly hideTitle: boolean;
  /** One line only: all-day rows, the month, short events. */
  readonly line: boolean;
}

/** What stands inside of a box on the calendar. */
export function EventCard({ entry, time, hideTitle, line }: EventCardProps): JSX.Element {
  return (
    <div className={classNames(styles.card, line && styles.line)}>
      <span className={classNames(styles.title, hideTitle && styles.blurred)}>
        {entry.conflict ? (
          <>
            <TriangleAlert size={12} className={styles.conflict} aria-hidden="true" />
            <VisuallyHidden>Double booking: </VisuallyHidden>
          </>
        ) : null}
        <Foreign text={entry.title} max={120} />
      </span>
      <span className={styles.meta}>
        {time.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {entry.private ? <Lock size={10} aria-label="Private" /> : null}
        {entry.recurring && !line ? <Repeat size={10} aria-label="Recurring" /> : null}
        {entry.shadows === 0 || line ? null : (
          <span className={styles.shadows} title={shadowWords(entry.shadows)}>
            <span aria-hidden="true">{entry.shadows}</span>
            <VisuallyHidden>{shadowWords(entry.shadows)}</VisuallyHidden>
          </span>
        )}
      </span>
      {line ? null : <Note entry={entry} />}
    </div>
  );
}

/** An event says where it is; a block says what casts it. */
function Note({ entry }: { readonly entry: Entry }): JSX.Element {
  const text = entry.look === 'event' ? (entry.location ?? entry.note) : entry.note;
  return (
    <span className={styles.note}>
      <Foreign text={text} max={80} empty="" />
    </span>
  );
}

function shadowWords(count: number): string {
  return `Casts blocks on ${count} ${count === 1 ? 'calendar' : 'calendars'}`;
}
