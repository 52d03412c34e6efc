import { instant, MINUTE } from '../../shared/time/instant.ts';
import { addDays, daysBetween, type PlainDate } from '../../shared/time/plain-date.ts';
import { dateAt, instantAt, startOfDay, wallClock } from '../../shared/time/zone.ts';
import type { Span } from './calendar-store.ts';
import { weekdayOf } from './period.ts';

/** Where a selection by keys is at home: the hours of a day, or the days of a month. */
export interface SpanGrid {
  readonly unit: 'halfHour' | 'day';
  readonly zone: string;
  /** Days that the grid leaves out, 0 is Sunday. */
  readonly hiddenDays: readonly number[];
}

export type SpanMove = 'up' | 'down' | 'left' | 'right';

const halfHour = 30 * MINUTE;

/** The span that keys begin with: the next half hour of today, else the first of a day's work; in a month, the day. */
export function firstSpan(
  { unit, zone }: SpanGrid,
  date: PlainDate,
  now: number,
  workFrom: string,
): Span {
  if (unit === 'day') return wholeDays(date, 1, zone);
  if (date === dateAt(instant(now), zone)) {
    const from = Math.ceil(now / halfHour) * halfHour;
    return { from, to: from + halfHour };
  }
  const [hours = 9, minutes = 0] = workFrom.split(':').map(Number);
  const from = instantAt(date, hours * 60 + minutes, zone);
  return { from, to: from + halfHour };
}

/** The whole span, one step on: half an hour up or down, a day to either side; in a month a week up or down. */
export function moveSpan({ from, to }: Span, move: SpanMove, grid: SpanGrid): Span {
  if (grid.unit === 'halfHour' && (move === 'up' || move === 'down')) {
    const by = move === 'down' ? halfHour : -halfHour;
    return { from: from + by, to: to + by };
  }
  const start = shifted(from, move, grid);
  if (grid.unit === 'halfHour') return { from: start, to: start + (to - from) };
  return wholeDays(
    dateAt(instant(start), grid.zone),
    lengthInDays({ from, to }, grid.zone),
    grid.zone,
  );
}

/** The end alone, one step on; what is left is never less than one step. */
export function stretchSpan({ from, to }: Span, move: SpanMove, grid: SpanGrid): Span {
  const vertical = move === 'up' || move === 'down';
  if (grid.unit === 'day') {
    const by = (vertical ? 7 : 1) * (move === 'up' || move === 'left' ? -1 : 1);
    const days = Math.max(1, lengthInDays({ from, to }, grid.zone) + by);
    return wholeDays(dateAt(instant(from), grid.zone), days, grid.zone);
  }
  const end = vertical ? to + (move === 'down' ? halfHour : -halfHour) : shifted(to, move, grid);
  return { from, to: Math.max(from + halfHour, end) };
}

/** Whether it is made of whole days. */
export function isWholeDays({ from, to }: Span, zone: string): boolean {
  return [from, to].every((at) => startOfDay(dateAt(instant(at), zone), zone) === at) && to > from;
}

/** The days that it touches, `end` exclusive. */
export function daysTouched(
  { from, to }: Span,
  zone: string,
): { readonly start: PlainDate; readonly end: PlainDate } {
  return {
    start: dateAt(instant(from), zone),
    end: addDays(dateAt(instant(Math.max(from, to - 1)), zone), 1),
  };
}

function wholeDays(date: PlainDate, days: number, zone: string): Span {
  return { from: startOfDay(date, zone), to: startOfDay(addDays(date, days), zone) };
}

function lengthInDays(span: Span, zone: string): number {
  const { start, end } = daysTouched(span, zone);
  return daysBetween(start, end);
}

/** The same time of day on another day that the grid shows. */
function shifted(at: number, move: SpanMove, { unit, zone, hiddenDays }: SpanGrid): number {
  const { date, minuteOfDay } = wallClock(instant(at), zone);
  const by = move === 'up' || move === 'left' ? -1 : 1;
  let day = addDays(date, move === 'up' || move === 'down' ? 7 * by : by);
  while (unit === 'halfHour' && hiddenDays.length < 7 && hiddenDays.includes(weekdayOf(day)))
    day = addDays(day, by);
  return instantAt(day, minuteOfDay, zone);
}
