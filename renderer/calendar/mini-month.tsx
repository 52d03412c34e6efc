import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { addDays, type PlainDate } from '../../shared/time/plain-date.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { addMonths, daysOf, startOfMonth, type Days } from './period.ts';
import { formatter } from './time-words.ts';
import type { Place } from './use-calendar.ts';
import styles from './mini-month.module.css';

const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

const utc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);

/** A month to look around in; the days in sight are marked. Arrow keys walk it. */
export function MiniMonth({ place }: { readonly place: Place }): JSX.Element {
  const { date, view, firstDay, goTo } = place;
  const [month, setMonth] = useState(startOfMonth(date));
  const grid = useRef<HTMLTableElement>(null);
  const { start } = daysOf('month', month, firstDay);
  const title = formatter('UTC', { month: 'long', year: 'numeric' }).format(utc(month));

  const walk = (event: KeyboardEvent<HTMLTableElement>): void => {
    const by = moves[event.key];
    const from = (event.target as HTMLElement).dataset.date;
    if (by === undefined || from === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = addDays(from as PlainDate, by);
    setMonth(startOfMonth(next));
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus(),
    );
  };

  return (
    <section className={styles.month} aria-label="Month">
      <div className={styles.head}>
        <h2 aria-live="polite">{title}</h2>
        <IconButton
          label="Month before"
          size="small"
          icon={<ChevronLeft size={14} />}
          onClick={() => setMonth(addMonths(month, -1))}
        />
        <IconButton
          label="Month after"
          size="small"
          icon={<ChevronRight size={14} />}
          onClick={() => setMonth(addMonths(month, 1))}
        />
      </div>
      <table ref={grid} className={styles.grid} aria-label={title} onKeyDown={walk}>
        <Weekdays start={start} />
        <tbody>
          {[0, 1, 2, 3, 4, 5].map((week) => (
            <tr key={week}>
              {[0, 1, 2, 3, 4, 5, 6].map((day) => (
                <Day
                  key={day}
                  day={addDays(start, week * 7 + day)}
                  month={month}
                  place={place}
                  shown={daysOf(view, date, firstDay)}
                  onChoose={(chosen) => goTo({ date: chosen })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Weekdays({ start }: { readonly start: PlainDate }): JSX.Element {
  return (
    <thead>
      <tr>
        {[0, 1, 2, 3, 4, 5, 6].map((index) => (
          <th key={index} scope="col" aria-label={weekday(start, index, 'long')}>
            {weekday(start, index, 'narrow')}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function weekday(start: PlainDate, index: number, style: 'long' | 'narrow'): string {
  return formatter('UTC', { weekday: style }).format(utc(addDays(start, index)));
}

interface DayProps {
  readonly day: PlainDate;
  readonly month: PlainDate;
  readonly place: Place;
  readonly shown: Days;
  readonly onChoose: (day: PlainDate) => void;
}

function Day({ day, month, place, shown, onChoose }: DayProps): JSX.Element {
  const current = day === place.date;
  return (
    <td className={day >= shown.start && day < shown.end ? styles.shown : undefined}>
      <button
        type="button"
        data-date={day}
        tabIndex={current ? 0 : -1}
        aria-label={formatter('UTC', { dateStyle: 'full' }).format(utc(day))}
        aria-current={day === place.today ? 'date' : undefined}
        aria-pressed={current}
        className={classNames(styles.day, day.slice(0, 7) !== month.slice(0, 7) && styles.other)}
        onClick={() => onChoose(day)}
      >
        {Number(day.slice(8))}
      </button>
    </td>
  );
}
