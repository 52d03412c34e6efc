import type { EventTime, ShowAs } from '../../../shared/model/event.ts';
import { eventIdOf, type EventId } from '../../../shared/model/ids.ts';
import { HOUR } from '../../../shared/time/instant.ts';
import { overlaps, type Interval } from '../../../shared/time/interval.ts';
import { spanOf } from '../../../shared/time/all-day.ts';
import { showAsOf, timeOf } from './normalise-event.ts';
import { removedRow, wireEvent } from './wire-event.ts';

/** What the list shows of an event or a block. */
export interface Shown {
  readonly time: EventTime;
  readonly showAs: ShowAs;
}

/**
 * Remote ids about which the change feed and the list that was read after it disagree: one of the two lags behind the other
 * (security.md F8), and the feed will not tell of it again. Looks at presence, time and status, which rows of the feed carry.
 */
export function disagreements(
  rows: readonly unknown[],
  shown: ReadonlyMap<EventId, Shown>,
  window: Interval,
): readonly string[] {
  const told = new Map<string, unknown>();
  for (const row of rows) {
    const named = wireEvent.pick({ id: true }).safeParse(row);
    // The same event may come twice: what was said last holds.
    if (named.success) told.set(named.data.id, row);
  }
  return [...told].flatMap(([id, row]) =>
    agrees(row, shown.get(eventIdOf(id)), window) ? [] : [id],
  );
}

function agrees(row: unknown, shown: Shown | undefined, window: Interval): boolean {
  if (removedRow.safeParse(row).success) return shown === undefined;
  const parsed = wireEvent.safeParse(row);
  if (!parsed.success || parsed.data.type?.toLowerCase() === 'seriesmaster') return true;
  const time = timeOf(parsed.data);
  // Behind the window's edges the two draw their lines differently.
  if (time === null || !overlaps(spanOf(time, 'UTC'), window)) return true;
  if (shown === undefined) return false;
  const { showAs } = parsed.data;
  return sameTime(time, shown.time) && (showAs == null || showAsOf(showAs) === shown.showAs);
}

/** The earliest and the latest midnight of a date anywhere, from that of UTC. */
const EARLIEST = -14 * HOUR;
const LATEST = 12 * HOUR;

/** A stub does not say that its occurrence lasts whole days: it tells of them from midnight to midnight of some zone. */
function sameTime(told: EventTime, shown: EventTime): boolean {
  if (told.kind === 'allDay' || shown.kind === 'timed')
    return told.start === shown.start && told.end === shown.end;
  const whole = spanOf(shown, 'UTC');
  const shift = told.start - whole.start;
  // A day in which the clocks change is an hour shorter or longer.
  const stretch = told.end - whole.end - shift;
  return shift >= EARLIEST && shift <= LATEST && Math.abs(stretch) <= HOUR;
}
