import type { EventTime } from '../model/event.ts';
import type { Interval } from './interval.ts';
import { startOfDay } from './zone.ts';

/** When something happens on the time line, as seen in a zone: an all-day event fills its days there. */
export function spanOf(time: EventTime, zone: string): Interval {
  if (time.kind === 'timed') return { start: time.start, end: time.end };
  return { start: startOfDay(time.start, zone), end: startOfDay(time.end, zone) };
}
