/**
 * Wall-clock texts of the simulated world, to and from UTC. Uses the Temporal polyfill and not the engine's own zone
 * arithmetic on purpose: a cloud that shared the engine's mistakes could not show them.
 */
import { Temporal } from 'temporal-polyfill';
import type { WorldTime } from './types.ts';
import { WorldError } from './world-error.ts';

export const DAY_MS = 86_400_000;

const wallPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** A world asks for the same few times again and again, and each costs Temporal a parse. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/**
 * UTC ms at which the zone's clocks show `wall`. A time that daylight saving skips moves past the gap; of a time that
 * occurs twice, the first. Throws `badTime` for no such text or zone.
 */
export function utcOfWall(wall: string, zone: string): number {
  const text = `${wall} ${zone}`;
  let ms = known.get(text);
  if (ms === undefined) {
    ms = workedOut(wall, zone);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, ms);
  }
  return ms;
}

function workedOut(wall: string, zone: string): number {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds;
  } catch {
    throw new WorldError('badTime', 'No such wall-clock time or time zone');
  }
}

/** What the zone's clocks show at an instant, to the second. */
export function wallOfUtc(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms / 1000) * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
}

/** A wall-clock text or a date, `ms` of wall-clock time later; daylight saving plays no part. */
export function shiftWall(wall: string, ms: number): string {
  return new Date(floatingMs(wall) + ms).toISOString().slice(0, wall.length);
}

/** Ms of a wall-clock text or a date as if its zone were UTC; only differences mean something. */
export function floatingMs(wall: string): number {
  return Date.parse(wall.length === 10 ? `${wall}T00:00:00Z` : `${wall}Z`);
}

/** The UTC span of a time; all-day times run from midnight to midnight in `calendarZone`. */
export function spanOf(time: WorldTime, calendarZone: string): readonly [number, number] {
  return time.kind === 'timed'
    ? [utcOfWall(time.start, time.zone), utcOfWall(time.end, time.zone)]
    : [
        utcOfWall(`${time.start}T00:00:00`, calendarZone),
        utcOfWall(`${time.end}T00:00:00`, calendarZone),
      ];
}

/** Throws `badTime` where a time is malformed, in an unknown zone, or ends before it starts (all-day: where it is empty). */
export function checkTime(time: WorldTime): void {
  const pattern = time.kind === 'timed' ? wallPattern : datePattern;
  if (!pattern.test(time.start) || !pattern.test(time.end))
    throw new WorldError('badTime', 'A time has the wrong form');
  const [start, end] = spanOf(time, 'UTC');
  if (end < start || (time.kind === 'allDay' && end === start))
    throw new WorldError('badTime', 'An event ends before it starts');
}
