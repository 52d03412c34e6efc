import type { CalendarEvent } from '../../shared/model/event.ts';
import { eventIdOf, type CalendarId, type MeetingKey } from '../../shared/model/ids.ts';
import { instant, parseInstant, type Instant } from '../../shared/time/instant.ts';
import { plainDate } from '../../shared/time/plain-date.ts';

/** An ISO text with its offset, or ms. */
export function at(text: string | number): Instant {
  if (typeof text === 'number') return instant(text);
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`Not an instant: ${text}`);
  return parsed;
}

export function calendarId(name: string): CalendarId {
  return name as CalendarId;
}

type Overrides = Partial<Omit<CalendarEvent, 'id' | 'calendar' | 'time'>>;

function base(calendar: string, name: string): Omit<CalendarEvent, 'time'> {
  return {
    id: eventIdOf(`${calendar}/${name}`),
    calendar: calendarId(calendar),
    meeting: null,
    occurrence: '',
    series: null,
    showAs: 'busy',
    response: 'accepted',
    visibility: 'default',
    kind: 'default',
    cancelled: false,
    foreignBlock: false,
    attendeeCount: 2,
    organizerDomain: null,
    categories: [],
    text: { title: `Title of ${name}`, location: null, description: null },
  };
}

/** A busy, accepted, timed event: `timed('A', 'standup', '2026-05-04T09:00Z', '2026-05-04T09:30Z')`. */
export function timed(
  calendar: string,
  name: string,
  start: string | number,
  end: string | number,
  overrides: Overrides = {},
): CalendarEvent {
  return {
    ...base(calendar, name),
    time: { kind: 'timed', start: at(start), end: at(end) },
    ...overrides,
  };
}

export function allDay(
  calendar: string,
  name: string,
  start: string,
  end: string,
  overrides: Overrides = {},
): CalendarEvent {
  return {
    ...base(calendar, name),
    time: { kind: 'allDay', start: plainDate(start), end: plainDate(end) },
    ...overrides,
  };
}

export function meeting(uid: string): MeetingKey {
  return `meeting-${uid}` as MeetingKey;
}

/** Seals the audit log of a test's database. */
export const auditKey = new Uint8Array(32).fill(3);
