import { ArrowUpRight } from 'lucide-react';
import type { CSSProperties, JSX } from 'react';
import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import { labelOf } from '../calendar/book.ts';
import { createCalendarStore } from '../calendar/calendar-store.ts';
import { responseWords } from '../calendar/item-words.ts';
import { lengthWords, timeWords } from '../calendar/time-words.ts';
import { useBook, useZone } from '../calendar/use-calendar.ts';
import { go } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { foreignText } from '../ui/foreign-text.ts';
import styles from './conflicts.module.css';

/** One double booking: when two or more stand at once, how long, and each event with a way to it. */
export function ConflictCard({
  conflict,
}: {
  readonly conflict: Output<'conflicts'>[number];
}): JSX.Element {
  const zone = useZone();
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <strong>
          {timeWords({ kind: 'timed', start: conflict.start, end: conflict.end }, zone)}
        </strong>
        <span>{conflict.items.length} events overlap</span>
        <Badge tone="bad">{lengthWords(conflict.end - conflict.start)}</Badge>
      </header>
      <ul>
        {conflict.items.map((item) => (
          <ConflictItem key={`${item.calendar} ${item.id}`} item={item} />
        ))}
      </ul>
    </article>
  );
}

function ConflictItem({ item }: { readonly item: CalendarItem }): JSX.Element {
  const book = useBook();
  const zone = useZone();
  const select = useFeature(createCalendarStore, (state) => state.select);
  const jump = (): void => {
    const date =
      item.time.kind === 'timed' ? dateAt(instant(item.time.start), zone) : item.time.start;
    select({ calendar: item.calendar, id: item.id });
    go('calendar', { view: 'day', date });
  };
  return (
    <li
      className={styles.item}
      style={{ '--color': book.get(item.calendar)?.color ?? '#5f6368' } as CSSProperties}
    >
      <span className={styles.bar} />
      <span className={styles.words}>
        <Foreign text={item.title} />
        <span>{responseWords[item.response]}</span>
      </span>
      <span className={styles.calendar}>
        <Foreign text={labelOf(book, item.calendar)} max={80} />
      </span>
      <span className={styles.time}>{timeWords(item.time, zone)}</span>
      <Button
        size="small"
        icon={<ArrowUpRight size={13} />}
        aria-label={`Show ${foreignText(item.title, 60)} on the calendar`}
        onClick={jump}
      >
        Show
      </Button>
    </li>
  );
}
