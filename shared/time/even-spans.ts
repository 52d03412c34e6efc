import { instant, MINUTE, type Instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { offsetAt } from './zone.ts';

/** A span in which a zone's clocks run evenly: what they show is the instant and the offset. */
export interface EvenSpan extends Interval {
  readonly offset: number;
}

/** A span of few days, parted where a zone's clocks change: what they skip is in no part, what they repeat is in two. */
export function evenSpans({ start, end }: Interval, zone: string): readonly EvenSpan[] {
  const offset = offsetAt(start, zone);
  if (end <= start || offsetAt(end, zone) === offset) return [{ start, end, offset }];
  const change = changeIn(start, end, offset, zone);
  if (change === end) return [{ start, end, offset }];
  return [
    { start, end: change, offset },
    { start: change, end, offset: offsetAt(change, zone) },
  ];
}

/** Clocks change on the full minute. */
function changeIn(start: Instant, end: Instant, offset: number, zone: string): Instant {
  let before = Math.floor(start / MINUTE);
  let after = Math.ceil(end / MINUTE);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(instant(middle * MINUTE), zone) === offset) before = middle;
    else after = middle;
  }
  return instant(Math.min(after * MINUTE, end));
}
