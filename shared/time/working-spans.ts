import { minutesOf } from '../model/wall-time.ts';
import { weekdays, type Weekday } from '../model/weekday.ts';
import { intersect, type Interval } from './interval.ts';
import { addDays } from './plain-date.ts';
import { dateAt, instantAt, wallClock } from './zone.ts';

export interface WorkingHours {
  readonly from: string;
  readonly to: string;
  readonly days: readonly Weekday[];
}

/** The working hours inside a span, in a zone, day by day. Hours that end before they begin reach into the next day. */
export function workingSpans(
  span: Interval,
  { from, to, days }: WorkingHours,
  zone: string,
): readonly Interval[] {
  const nights = minutesOf(to) <= minutesOf(from) ? 1 : 0;
  const found: Interval[] = [];
  let date = addDays(dateAt(span.start, zone), -nights);
  for (;;) {
    const start = instantAt(date, minutesOf(from), zone);
    if (start >= span.end) return found;
    const works = days.some((day) => weekdays.indexOf(day) === wallClock(start, zone).weekday);
    const end = instantAt(addDays(date, nights), minutesOf(to), zone);
    const inside = works ? intersect({ start, end }, span) : null;
    if (inside !== null) found.push(inside);
    date = addDays(date, 1);
  }
}
