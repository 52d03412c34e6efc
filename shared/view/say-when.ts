import { addDays, daysBetween, type PlainDate } from '../time/plain-date.ts';

/** When something happens, in words for people: in one zone, with a 24-hour clock. */
export type When =
  | { readonly kind: 'timed'; readonly start: number; readonly end: number }
  | { readonly kind: 'allDay'; readonly start: PlainDate; readonly end: PlainDate };

/** `Tue 24 Nov, 09:00–10:30`; over midnight both days are named; whole days have no time. */
export function sayWhen(when: When, zone: string): string {
  if (when.kind === 'allDay') return sayDays(when.start, when.end);
  const [first, last] = [sayDay(when.start, zone), sayDay(when.end, zone)];
  const times = [sayClock(when.start, zone), sayClock(when.end, zone)];
  return first === last || when.end - when.start <= 0
    ? `${first}, ${times.join('–')}`
    : `${first}, ${times[0] ?? ''} – ${last}, ${times[1] ?? ''}`;
}

/** The times of day alone; `all day` for whole days. */
export function sayTimes(when: When, zone: string): string {
  return when.kind === 'allDay'
    ? 'all day'
    : `${sayClock(when.start, zone)}–${sayClock(when.end, zone)}`;
}

/** The day on which it begins. */
export function sayFirstDay(when: When, zone: string): string {
  return when.kind === 'allDay' ? sayDate(when.start) : sayDay(when.start, zone);
}

export function sayClock(at: number, zone: string): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
}

export function sayDay(at: number, zone: string): string {
  return format(at, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).replace(
    ',',
    '',
  );
}

/** `24 Nov 2026, 09:00`: for a log, where the year matters. */
export function sayMoment(at: number, zone: string): string {
  const day = format(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  return `${day}, ${sayClock(at, zone)}`;
}

/** `just now`, `12 minutes ago`, `3 hours ago`; the day where it is longer. */
export function sayAgo(at: number, now: number, zone: string): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  return sayMoment(at, zone);
}

function sayDays(start: PlainDate, end: PlainDate): string {
  return daysBetween(start, end) <= 1
    ? sayDate(start)
    : `${sayDate(start)} – ${sayDate(addDays(end, -1))}`;
}

function sayDate(date: PlainDate): string {
  return sayDay(Date.parse(`${date}T00:00:00Z`), 'UTC');
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}
