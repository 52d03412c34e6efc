import type { Brand } from '../model/brand.ts';
import { DAY } from './instant.ts';

/** A day in the calendar without a zone, `YYYY-MM-DD`. All-day events are made of these (providers.md trap 15). */
export type PlainDate = Brand<string, 'PlainDate'>;

/** Reads `YYYY-MM-DD`; null where it is no day of the Gregorian calendar. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
    ? (text as PlainDate)
    : null;
}

/** Names a text as a date; throws a RangeError if it is none. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`Not a date: ${text}`);
  return date;
}

/** The date `days` later (or earlier, if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY)
    .toISOString()
    .slice(0, 10) as PlainDate;
}

/** Whole days from `start` to `end`; negative if `end` is earlier. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / DAY);
}
