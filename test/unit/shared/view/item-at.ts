import type { CalendarItem } from '../../../../shared/ipc/calendar.ts';
import { plainDate } from '../../../../shared/time/plain-date.ts';

const day = Date.parse('2026-11-25T00:00:00Z');

/** A busy event of the unified calendar between two hours of 25 November 2026, UTC. */
export function itemAt(from: number, to: number, more: Partial<CalendarItem> = {}): CalendarItem {
  return {
    id: `${from}-${to}`,
    calendar: 'acme:calendar',
    kind: 'event',
    time: { kind: 'timed', start: at(from), end: at(to) },
    title: 'Meeting',
    location: null,
    showAs: 'busy',
    response: 'accepted',
    visibility: 'default',
    eventKind: 'default',
    recurring: false,
    conflict: false,
    castBy: null,
    ...more,
  };
}

/** The same, for the whole of that day. */
export function itemAllDay(more: Partial<CalendarItem> = {}): CalendarItem {
  return itemAt(0, 24, {
    time: { kind: 'allDay', start: plainDate('2026-11-25'), end: plainDate('2026-11-26') },
    ...more,
  });
}

export function at(hour: number): number {
  return day + hour * 3_600_000;
}
