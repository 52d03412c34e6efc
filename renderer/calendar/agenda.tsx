import { CalendarRange } from 'lucide-react';
import { useMemo, useRef, type CSSProperties, type JSX } from 'react';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { useRowsInSight } from '../ui/rows-in-sight.ts';
import { agendaLines, type AgendaLine } from './agenda-lines.ts';
import type { Entry } from './entries.ts';
import { formatter, timeWords } from './time-words.ts';
import { usePlace } from './use-calendar.ts';
import styles from './agenda.module.css';

export interface AgendaProps {
  readonly zone: string;
  readonly now: number;
  readonly entries: readonly Entry[];
  readonly selected: string | null;
  readonly hideTitles: boolean;
  readonly loading: boolean;
  readonly onOpen: (entry: Entry) => void;
}

/** The coming weeks as a list. Only the lines in sight are drawn. */
export function Agenda(props: AgendaProps): JSX.Element {
  const { zone, entries, loading } = props;
  const { date, today } = usePlace();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => agendaLines(entries, zone, date), [entries, zone, date]);
  const heights = useMemo(() => lines.map(({ kind }) => (kind === 'day' ? 48 : 44)), [lines]);
  const { start, end, starts, height } = useRowsInSight(scroller, heights);
  if (lines.length === 0 && !loading)
    return (
      <EmptyState icon={<CalendarRange size={20} />} title="Nothing in the next 30 days">
        Events of the calendars in sight stand here, day by day. Hidden calendars are switched on in
        the sidebar.
      </EmptyState>
    );
  return (
    <div ref={scroller} className={styles.agenda} tabIndex={0} role="group" aria-label="Agenda">
      <div className={styles.inner} style={{ height }}>
        {lines.slice(start, end).map((line, index) => (
          <div
            key={line.kind === 'day' ? line.date : line.entry.id}
            className={styles.line}
            style={{ translate: `0 ${starts[start + index] ?? 0}px` }}
          >
            <Line line={line} today={today} {...props} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface LineProps extends AgendaProps {
  readonly line: AgendaLine;
  readonly today: string;
}

function Line({ line, today, ...props }: LineProps): JSX.Element {
  if (line.kind === 'entry') return <Row {...props} entry={line.entry} />;
  const at = Date.parse(`${line.date}T00:00:00Z`);
  return (
    <h2 className={styles.day} data-today={line.date === today || undefined}>
      <b>{formatter('UTC', { weekday: 'long' }).format(at)}</b>
      {formatter('UTC', { day: 'numeric', month: 'long' }).format(at)}
      {line.date === today ? <Badge tone="accent">Today</Badge> : null}
    </h2>
  );
}

interface RowProps extends AgendaProps {
  readonly entry: Entry;
}

function Row({ entry, zone, now, selected, hideTitles, onOpen }: RowProps): JSX.Element {
  const past = entry.time.kind === 'timed' && entry.time.end <= now;
  return (
    <button
      type="button"
      className={classNames(styles.row, past && styles.past)}
      aria-pressed={entry.id === selected}
      style={{ '--color': entry.color } as CSSProperties}
      onClick={() => onOpen(entry)}
    >
      <span className={styles.time}>{timeWords(entry.time, zone)}</span>
      <span
        className={styles.bar}
        data-block={entry.look === 'block' || entry.look === 'foreign' || undefined}
      />
      <span className={styles.words}>
        <span
          className={classNames(styles.title, hideTitles && styles.blurred)}
          data-weight={entry.weight}
        >
          <Foreign text={entry.title} />
        </span>
        <span className={styles.note}>
          <Foreign
            text={[entry.note, entry.location].filter((part) => part).join(' · ')}
            empty=""
          />
        </span>
      </span>
      {entry.conflict ? <Badge tone="bad">Double booking</Badge> : null}
    </button>
  );
}
