import type { CalendarItem } from '../ipc/calendar.ts';
import { spanOf } from '../time/all-day.ts';
import { freeSpans } from '../time/free-spans.ts';
import { instant } from '../time/instant.ts';
import { interval, type Interval } from '../time/interval.ts';
import { takesTime } from './commitments.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether an item of the unified calendar takes its owner's time. A block that an event casts only echoes that event, which
 * counts itself; what was blocked by hand stands for nothing else.
 */
export function itemTakesTime({
  kind,
  castBy,
  response,
  showAs,
  eventKind,
}: CalendarItem): boolean {
  if (kind === 'block') return castBy === null;
  return takesTime({
    foreignBlock: kind === 'foreignBlock',
    cancelled: false,
    response,
    kind: eventKind,
    showAs,
  });
}

/** The parts of a span that no item takes, as they are found for a wish to meet. */
export function freeWithin(
  items: readonly CalendarItem[],
  { from, to }: Span,
  zone: string,
): readonly Interval[] {
  return freeSpans([interval(instant(from), instant(to))], takenBy(items, zone), 1);
}

/** How many items take some of a span. */
export function takenWithin(
  items: readonly CalendarItem[],
  { from, to }: Span,
  zone: string,
): number {
  return takenBy(items, zone).filter(({ start, end }) => start < to && end > from).length;
}

function takenBy(items: readonly CalendarItem[], zone: string): readonly Interval[] {
  return items
    .filter(itemTakesTime)
    .map(({ time }) =>
      time.kind === 'timed' ? interval(instant(time.start), instant(time.end)) : spanOf(time, zone),
    );
}
