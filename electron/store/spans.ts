import type { EventTime } from '../../shared/model/event.ts';
import { HOUR, MINUTE } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';

/** The inhabited zones reach from UTC−12 to UTC+14: an all-day event lies within this of its UTC days anywhere. */
const ZONES_REACH = 14 * HOUR;

/** Minutes since 1970, outwards, within which a time lies in whatever zone. Clamped (beyond the year 6053), so that none is longer than the longest reach. */
export function minutesOf(time: EventTime): { readonly starts: number; readonly ends: number } {
  const [start, end] =
    time.kind === 'timed'
      ? [time.start, time.end]
      : [
          Date.parse(`${time.start}T00:00:00Z`) - ZONES_REACH,
          Date.parse(`${time.end}T00:00:00Z`) + ZONES_REACH,
        ];
  return { starts: clamp(Math.floor(start / MINUTE)), ends: clamp(Math.ceil(end / MINUTE)) };
}

/** The lengths by which migration 0004 sorts spans: two hours, an all-day event in any zone, a month, any other. */
const REACHES = [120, 4_320, 46_080, 2 ** 32];

/**
 * The statement that finds by time on one calendar (`?1`), before `?2` and after `?3` (see `boundsOf`).
 * What ends after a moment starts at most its reach before it: each length is one stretch of the index.
 */
export function searchByTime(
  columns: string,
  table: 'event' | 'block',
  owner: 'calendar' | 'target',
): string {
  return `SELECT ${columns} FROM (VALUES ${REACHES.map((reach) => `(${reach})`).join()}) AS length
    CROSS JOIN ${table} AS found WHERE found.${owner} = ?1 AND found.reach = length.column1
    AND found.starts < ?2 AND found.starts > ?3 - length.column1 AND found.ends > ?3`;
}

export function boundsOf({ start, end }: Interval): readonly [before: number, after: number] {
  return [Math.ceil(end / MINUTE), Math.floor(start / MINUTE)];
}

function clamp(minutes: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, minutes));
}
