import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import { addDays } from '../../shared/time/plain-date.ts';

type ViewTime = CalendarItem['time'];

/** Formatters are dear to make and are asked for thousands of times. */
const made = new Map<string, Intl.DateTimeFormat>();
export function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(undefined, { timeZone: zone, ...options });
  made.set(key, format);
  return format;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

export function clockWords(at: number, zone: string): string {
  return formatter(zone, clock).format(at);
}

export function dayWords(at: number, zone: string): string {
  return formatter(zone, day).format(at);
}

/** "09:30 – 11:00", and with the day where it is wanted: "Mon 23 Nov, 09:30 – 11:00". */
export function timeWords(time: ViewTime, zone: string, withDay = false): string {
  if (time.kind === 'allDay') {
    const first = Date.parse(`${time.start}T00:00:00Z`);
    const last = Date.parse(`${addDays(time.end, -1)}T00:00:00Z`);
    const days = formatter('UTC', day);
    if (!withDay) return 'All day';
    return first >= last
      ? `${days.format(first)}, all day`
      : `${days.formatRange(first, last)}, all day`;
  }
  const isMoment = time.start === time.end;
  const sameDay = isMoment || dayWords(time.start, zone) === dayWords(time.end - 1, zone);
  if (!sameDay) return formatter(zone, { ...day, ...clock }).formatRange(time.start, time.end);
  const start = clockWords(time.start, zone);
  const span = isMoment ? start : `${start} – ${clockWords(time.end, zone)}`;
  return withDay ? `${dayWords(time.start, zone)}, ${span}` : span;
}

/** The same in parts that may stand apart: "09:30", "– 11:00". */
export function timeParts(time: ViewTime, zone: string): readonly string[] {
  return timeWords(time, zone).split(/ (?=– \d)/);
}

/** "45 min", "1 h 30 min". */
export function lengthWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter((part) => part !== false)
    .join(' ');
}

/** The city of a zone: "America/New_York" → "New York". */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** What people call a zone at that time: "CET", "GMT-5". */
export function zoneShort(zone: string, at: number): string {
  const part = formatter(zone, { timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}
