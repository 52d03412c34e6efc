import type { CalendarItem } from '../ipc/calendar.ts';
import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarEvent } from '../model/event.ts';
import { isManualRule } from '../plan/manual-blocks.ts';

/** What stands where an event has no title. */
export const NO_TITLE = '(No title)';

/** An event of the mirror as the unified calendar shows it. */
export function itemOfEvent(event: CalendarEvent, conflict: boolean): CalendarItem {
  const title = event.text.title?.trim() ?? '';
  return {
    id: event.id,
    calendar: event.calendar,
    kind: event.foreignBlock ? 'foreignBlock' : 'event',
    time: event.time,
    title: title === '' ? (event.foreignBlock ? 'Busy' : NO_TITLE) : title,
    location: event.text.location,
    showAs: event.showAs,
    response: event.response,
    visibility: event.visibility,
    eventKind: event.kind,
    recurring: event.series !== null,
    conflict,
    castBy: null,
  };
}

/** A block of ours as the unified calendar shows it. Nobody's event casts what the user blocked by hand. */
export function itemOfBlock({ key, target, content, slot }: BlockRecord): CalendarItem {
  return {
    id: key,
    calendar: target,
    kind: 'block',
    time: content.time,
    title: content.title,
    location: content.location,
    showAs: content.showAs,
    response: 'none',
    visibility: content.private ? 'private' : 'default',
    eventKind: 'default',
    recurring: false,
    conflict: false,
    castBy:
      slot === null || isManualRule(slot.rule)
        ? null
        : { rule: slot.rule, calendar: slot.sourceCalendar },
  };
}

/** Whether a block lies on its target now, as far as is known. */
export function isOnTarget({ state, remoteId }: BlockRecord): boolean {
  return (state === 'live' || state === 'deleting') && remoteId !== null;
}
