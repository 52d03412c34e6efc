import type { EventTime } from '../model/event.ts';
import { spanOf } from '../time/all-day.ts';
import { contains, interval, isEmpty, overlaps, union, type Interval } from '../time/interval.ts';
import { instant, HOUR } from '../time/instant.ts';

/** The spans of time that a plan looks at, sorted and disjoint; null means all of time (a full plan). */
export type Region = readonly Interval[] | null;

/**
 * Buffers (up to 4 h), rounding (up to 1 h), all-day spans in other zones (up to 14 h) and merge gaps (up to 2 h) move
 * a block away from its source by less than this.
 */
export const REACH = 36 * HOUR;

/** Where to look again after something at `time` changed. An event of no length still holds its meeting: never empty. */
export function regionOf(time: EventTime, zone: string): Interval {
  const { start, end } = spanOf(time, zone);
  return interval(start, instant(Math.max(end, start + 1)));
}

export function widen(region: Region, ms: number): Region {
  if (region === null) return null;
  return union(region.map((span) => interval(instant(span.start - ms), instant(span.end + ms))));
}

export function meets(region: Region, span: Interval): boolean {
  if (region === null) return true;
  return region.some((part) => overlaps(part, span) || part.start === span.start);
}

/** The union of a region and further spans; the same object where they add nothing. */
export function grow(region: readonly Interval[], spans: readonly Interval[]): readonly Interval[] {
  const missing = spans.filter(
    (span) => !isEmpty(span) && !region.some((part) => contains(part, span)),
  );
  return missing.length === 0 ? region : union([...region, ...missing]);
}
