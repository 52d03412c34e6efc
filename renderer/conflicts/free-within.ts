import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import { instant } from '../../shared/time/instant.ts';
import { interval, union, type Interval } from '../../shared/time/interval.ts';

/** Whether an item takes the user's time. Blocks do not count: the events that cast them do. */
function takesTime(item: CalendarItem): boolean {
  return (
    item.kind === 'event' &&
    item.response !== 'declined' &&
    item.showAs !== 'free' &&
    item.showAs !== 'workingElsewhere'
  );
}

/** The parts of a span that no item takes. Whole days do not count: what they mean, the user decides. */
export function freeWithin(
  items: readonly CalendarItem[],
  span: { readonly from: number; readonly to: number },
): Interval[] {
  const busy = union(
    items.flatMap(({ time, ...item }) =>
      time.kind === 'timed' && takesTime({ time, ...item })
        ? [interval(instant(time.start), instant(time.end))]
        : [],
    ),
  );
  const free: Interval[] = [];
  let from = instant(span.from);
  for (const { start, end } of busy) {
    if (end <= from) continue;
    if (start >= span.to) break;
    if (start > from) free.push(interval(from, start));
    from = end;
  }
  if (from < span.to) free.push(interval(from, instant(span.to)));
  return free;
}
