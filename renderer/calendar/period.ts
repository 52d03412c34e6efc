import { instant } from '../../shared/time/instant.ts';
import {
  addDays,
  parsePlainDate,
  plainDate,
  type PlainDate,
} from '../../shared/time/plain-date.ts';
import { dateAt, startOfDay } from '../../shared/time/zone.ts';

export const calendarViews = ['day', 'workweek', 'week', 'month', 'agenda'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** Days in sight, `end` exclusive. */
export interface Days {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** How far the agenda looks ahead. */
const agendaDays = 30;

export function readView(text: string | undefined): CalendarView | null {
  return calendarViews.find((view) => view === text) ?? null;
}

export function readDay(text: string | undefined, now: number, zone: string): PlainDate {
  return (text === undefined ? null : parsePlainDate(text)) ?? dateAt(instant(now), zone);
}

/** 0 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function startOfWeek(date: PlainDate, firstDay: number): PlainDate {
  return addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

export function startOfMonth(date: PlainDate): PlainDate {
  return plainDate(`${date.slice(0, 7)}-01`);
}

export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return plainDate(first.toISOString().slice(0, 10));
}

/** The days that a view shows around a date. */
export function daysOf(view: CalendarView, date: PlainDate, firstDay: number): Days {
  switch (view) {
    case 'day':
      return { start: date, end: addDays(date, 1) };
    case 'workweek':
    case 'week': {
      const start = startOfWeek(date, firstDay);
      return { start, end: addDays(start, 7) };
    }
    case 'month': {
      const start = startOfWeek(startOfMonth(date), firstDay);
      return { start, end: addDays(start, 42) };
    }
    case 'agenda':
      return { start: date, end: addDays(date, agendaDays) };
  }
}

/** One page forth or back. */
export function step(view: CalendarView, date: PlainDate, by: 1 | -1): PlainDate {
  switch (view) {
    case 'day':
      return addDays(date, by);
    case 'workweek':
    case 'week':
      return addDays(date, 7 * by);
    case 'month':
      return addMonths(date, by);
    case 'agenda':
      return addDays(date, agendaDays * by);
  }
}

export function spanOf(days: Days, zone: string): { readonly from: number; readonly to: number } {
  return { from: startOfDay(days.start, zone), to: startOfDay(days.end, zone) };
}

/** The title above a view, short enough to stand in one row with what else is there: "23 – 29 November 2026". */
export function titleOf(view: CalendarView, date: PlainDate, firstDay: number): string {
  const at = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', ...options });
  if (view === 'month') return format({ month: 'long', year: 'numeric' }).format(at(date));
  if (view === 'day')
    return format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
      at(date),
    );
  const { start, end } = daysOf(view, date, firstDay);
  const last = addDays(end, -1);
  const month = start.slice(0, 7) === last.slice(0, 7) ? 'long' : 'short';
  return format({ day: 'numeric', month, year: 'numeric' }).formatRange(at(start), at(last));
}

/** The first day of a week where the user lives; 0 is Sunday. */
export function firstDayOf(locale: string): number {
  return new Intl.Locale(locale).getWeekInfo().firstDay % 7;
}
