import type { CalendarEvent } from '../../shared/model/event.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { overlaps, type Interval } from '../../shared/time/interval.ts';
import { isOnTarget } from '../../shared/view/calendar-item.ts';
import type { Profile } from '../profile/profile.ts';

/** The events that overlap a span, of all calendars or of those named. */
export function mirrorEvents(
  { store }: Profile,
  span: Interval,
  zone: string,
  only?: ReadonlySet<CalendarId>,
): readonly CalendarEvent[] {
  return store
    .calendars()
    .filter(({ id }) => only === undefined || only.has(id))
    .flatMap(({ id }) => store.eventsOverlapping(id, [span]))
    .filter(({ cancelled, time }) => !cancelled && overlaps(spanOf(time, zone), span));
}

/** The blocks of ours that stand in a span of one calendar. */
export function standingBlocks(
  { store }: Profile,
  calendar: CalendarId,
  span: Interval,
  zone: string,
): readonly BlockRecord[] {
  return store
    .blocksOverlapping(calendar, [span])
    .filter((record) => isOnTarget(record) && overlaps(spanOf(record.content.time, zone), span));
}
