import { tzOffset } from '@date-fns/tz';
import { DAY, instant, MINUTE, type Instant } from './instant.ts';
import { plainDate, type PlainDate } from './plain-date.ts';

/** Asked for each calendar of each list, and each answer would make a formatter. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1_000;

/** Whether a text names an IANA zone that this machine knows. */
export function isZone(text: string): boolean {
  let known = judged.get(text);
  if (known === undefined) {
    known = isKnown(text);
    if (judged.size >= MOST_JUDGED) judged.clear();
    judged.set(text, known);
  }
  return known;
}

function isKnown(text: string): boolean {
  try {
    return (
      text !== '' &&
      new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}

/** A plan asks for the same days and starts again and again, and each answer would format a date. */
const offsets = new Map<string, Map<Instant, number>>();
const MOST_OFFSETS = 4_096;

/** Ms to add to UTC for the zone's wall clock at that instant. Throws a RangeError for an unknown zone. */
export function offsetAt(at: Instant, zone: string): number {
  let ofZone = offsets.get(zone);
  if (ofZone === undefined) {
    ofZone = new Map();
    if (offsets.size >= MOST_JUDGED) offsets.clear();
    offsets.set(zone, ofZone);
  }
  let offset = ofZone.get(at);
  if (offset === undefined) {
    offset = workedOut(at, zone);
    if (ofZone.size >= MOST_OFFSETS) ofZone.clear();
    ofZone.set(at, offset);
  }
  return offset;
}

function workedOut(at: Instant, zone: string): number {
  const minutes = tzOffset(zone, new Date(at));
  if (Number.isNaN(minutes)) throw new RangeError('Unknown time zone');
  return Math.round(minutes * MINUTE);
}

/**
 * The instant at which a zone's clocks show a date and a time of day. A time that daylight saving skips gives the
 * instant as far after the gap as the time lies in it; of a time that occurs twice, the first.
 */
export function instantAt(date: PlainDate, minuteOfDay: number, zone: string): Instant {
  const wall = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * MINUTE;
  const before = wall - offsetAt(instant(wall - DAY), zone);
  if (wall - offsetAt(instant(before), zone) === before) return instant(before);
  const after = wall - offsetAt(instant(wall + DAY), zone);
  if (wall - offsetAt(instant(after), zone) === after) return instant(after);
  return instant(before);
}

/** The first instant of a day in a zone. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return instantAt(date, 0, zone);
}

/** The day that a zone's calendars show at an instant. */
export function dateAt(at: Instant, zone: string): PlainDate {
  return plainDate(new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10));
}

export interface WallClock {
  readonly date: PlainDate;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly minuteOfDay: number;
}

/** What a zone's clocks and calendars show at an instant. */
export function wallClock(at: Instant, zone: string): WallClock {
  const local = new Date(at + offsetAt(at, zone));
  return {
    date: plainDate(local.toISOString().slice(0, 10)),
    weekday: (local.getUTCDay() + 6) % 7,
    minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}
