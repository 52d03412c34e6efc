import type { EventTime } from '../../shared/model/event.ts';
import { HOUR, MINUTE } from '../../shared/time/instant.ts';

/** The inhabited zones reach from UTC−12 to UTC+14: an all-day event lies within this of its UTC days anywhere. */
const ZONES_REACH = 14 * HOUR;

/** Minutes since 1970, outwards, within which a time lies in whatever zone. Fits 32 bits until the year 6053. */
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

function clamp(minutes: number): number {
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, minutes));
}
