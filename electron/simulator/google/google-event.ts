import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { WorldCalendar, WorldEvent, WorldFields, WorldOccurrence } from '../world/types.ts';
import { utcOfWall } from '../world/wall-clock.ts';

/** `20260504T090000Z`, or `20260504` for all-day series: how Google names an occurrence. */
export function instanceId(eventId: string, originalStart: string): string {
  const compact =
    originalStart.length === 10
      ? originalStart.replaceAll('-', '')
      : originalStart.replace(/[-:]|\.\d{3}/g, '');
  return `${eventId}_${compact}`;
}

/** The series and the original start in an instance's id; null for an id of its own. */
export function readInstanceId(
  id: string,
): { readonly eventId: string; readonly originalStart: string } | null {
  const match = /^(.+)_(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(id);
  if (match === null) return null;
  const [, eventId = '', year, month, day, hour, minute, second] = match;
  const date = `${year}-${month}-${day}`;
  return {
    eventId,
    originalStart: hour === undefined ? date : `${date}T${hour}:${minute}:${second}.000Z`,
  };
}

export function etagOf(event: WorldEvent): string {
  return `"${event.version}${event.updatedAt}"`;
}

function endpoints(
  fields: WorldFields,
  start: number,
  end: number,
): Pick<calendar_v3.Schema$Event, 'start' | 'end'> {
  const { time } = fields;
  if (time.kind === 'allDay') return { start: { date: time.start }, end: { date: time.end } };
  const at = (ms: number): calendar_v3.Schema$EventDateTime => ({
    dateTime: new Date(ms).toISOString().replace('.000Z', 'Z'),
    timeZone: time.zone,
  });
  return { start: at(start), end: at(end) };
}

/** A single event, or one occurrence of a series as `singleEvents=true` gives it. */
export function googleOccurrence(
  { event, originalStart, fields, start, end }: WorldOccurrence,
  calendar: WorldCalendar,
): calendar_v3.Schema$Event {
  return {
    ...resource(event, fields, calendar),
    ...endpoints(fields, start, end),
    ...(originalStart === null
      ? {}
      : {
          id: instanceId(event.id, originalStart),
          recurringEventId: event.id,
          originalStartTime:
            originalStart.length === 10
              ? { date: originalStart }
              : { dateTime: originalStart.replace('.000Z', 'Z') },
        }),
  };
}

/** An event as it stands in the calendar: a single one, or the master of a series with its rule. */
export function googleMaster(event: WorldEvent, calendar: WorldCalendar): calendar_v3.Schema$Event {
  const { time } = event.fields;
  const ms = (wall: string): number => (time.kind === 'timed' ? utcOfWall(wall, time.zone) : 0);
  return {
    ...resource(event, event.fields, calendar),
    ...endpoints(event.fields, ms(time.start), ms(time.end)),
    ...(event.rrule === null ? {} : { recurrence: [`RRULE:${event.rrule}`] }),
  };
}

export function cancelled(id: string, event: WorldEvent | null): calendar_v3.Schema$Event {
  return {
    kind: 'calendar#event',
    id,
    status: 'cancelled',
    ...(event === null ? {} : { etag: etagOf(event) }),
  };
}

const responses: Readonly<Record<WorldFields['response'], string>> = {
  none: 'needsAction',
  organizer: 'accepted',
  accepted: 'accepted',
  tentative: 'tentative',
  notResponded: 'needsAction',
  declined: 'declined',
};

const visibilities = {
  normal: 'default',
  personal: 'private',
  private: 'private',
  confidential: 'confidential',
} as const;

function resource(
  event: WorldEvent,
  fields: WorldFields,
  calendar: WorldCalendar,
): calendar_v3.Schema$Event {
  const own = calendar.accountEmail;
  const hidden = Object.keys(fields.properties).length > 0;
  return {
    kind: 'calendar#event',
    etag: etagOf(event),
    id: event.id,
    status: fields.showAs === 'tentative' ? 'tentative' : 'confirmed',
    htmlLink: `https://www.google.com/calendar/event?eid=${event.id}`,
    created: new Date(event.createdAt).toISOString(),
    updated: new Date(event.updatedAt).toISOString(),
    summary: fields.title,
    ...(fields.description === '' ? {} : { description: fields.description }),
    ...(fields.location === '' ? {} : { location: fields.location }),
    ...(fields.colorId === null ? {} : { colorId: fields.colorId }),
    iCalUID: event.uid,
    sequence: event.version,
    eventType: fields.eventType,
    ...(fields.showAs === 'free' ? { transparency: 'transparent' } : {}),
    ...(fields.sensitivity === 'normal' ? {} : { visibility: visibilities[fields.sensitivity] }),
    creator: { email: fields.organizer?.email ?? own },
    organizer: {
      email: fields.organizer?.email ?? own,
      ...(fields.organizer === null || fields.organizer.email === own ? { self: true } : {}),
    },
    ...people(fields, own),
    ...(fields.onlineMeetingUrl === null ? {} : { hangoutLink: fields.onlineMeetingUrl }),
    reminders: fields.reminderMinutes === null ? { useDefault: false } : { useDefault: true },
    ...(hidden ? { extendedProperties: { private: { ...fields.properties } } } : {}),
  };
}

function people(fields: WorldFields, own: string): Pick<calendar_v3.Schema$Event, 'attendees'> {
  if (fields.attendees.length === 0 && fields.response === 'none') return {};
  const others = fields.attendees.filter(({ email }) => email !== own);
  if (others.length === 0) return {};
  return {
    attendees: [
      { email: own, self: true, responseStatus: responses[fields.response] },
      ...others.map(({ email, name, response }) => ({
        email,
        displayName: name,
        responseStatus: responses[response],
      })),
    ],
  };
}
