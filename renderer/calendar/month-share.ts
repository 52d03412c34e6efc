import { DAY } from '../../shared/time/instant.ts';
import { addDays, type PlainDate } from '../../shared/time/plain-date.ts';
import { startOfDay } from '../../shared/time/zone.ts';
import type { Entry } from './entries.ts';
import type { Days } from './period.ts';

/** What a month is drawn of, and how many entries of a day are left out beyond that. */
export interface MonthShare {
  readonly entries: readonly Entry[];
  readonly left: ReadonlyMap<string, number>;
}

/**
 * Of each day, as many entries as its cell could ever show: the library lays out what it hides as well, and thousands of
 * lines behind “more” would be most of its work. What goes over midnight stays, since another day may show it.
 */
export function monthShare(
  entries: readonly Entry[],
  days: Days,
  zone: string,
  most: number,
): MonthShare {
  const dates: PlainDate[] = [];
  for (let date = days.start; date < days.end; date = addDays(date, 1)) dates.push(date);
  const starts = [...dates, days.end].map((date) => startOfDay(date, zone));
  const byDay = Map.groupBy(entries, ({ time }) =>
    time.kind === 'allDay' ? -1 : dayWithin(starts, time.start, time.end),
  );
  const left = new Map<string, number>();
  const kept = [...byDay].flatMap(([day, members]) => {
    const date = dates[day];
    if (date === undefined || members.length <= most) return members;
    left.set(date, members.length - most);
    return members.toSorted((a, b) => startOf(a) - startOf(b)).slice(0, most);
  });
  return { entries: kept, left };
}

/** The day that holds all of a span; -1 where none does. */
function dayWithin(starts: readonly number[], from: number, to: number): number {
  const first = starts[0] ?? 0;
  // Days of 23 and 25 hours make the guess wrong by one at most.
  const guess = Math.floor((from - first) / DAY);
  for (const day of [guess, guess - 1, guess + 1]) {
    const [start, end] = [starts[day], starts[day + 1]];
    if (start !== undefined && end !== undefined && from >= start && from < end)
      return to <= end ? day : -1;
  }
  return -1;
}

function startOf({ time }: Entry): number {
  return time.kind === 'timed' ? time.start : 0;
}
