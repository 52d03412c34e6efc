import type { Event } from '@microsoft/microsoft-graph-types';
import type { WorldEvent, WorldFields, WorldOccurrence } from '../world/types.ts';
import { eventName, iCalUId } from './graph-ids.ts';

export interface View {
  readonly immutable: boolean;
  /** Whose calendar: `isOrganizer` depends on it. */
  readonly email: string;
  /** The property that `$expand` filters by; null returns none, as without the filter. */
  readonly property: string | null;
}

const responses: Readonly<Record<WorldFields['response'], string>> = {
  none: 'none',
  organizer: 'organizer',
  accepted: 'accepted',
  tentative: 'tentativelyAccepted',
  notResponded: 'notResponded',
  declined: 'declined',
};

/** Seven decimals and no offset; the zone stands beside it. Always UTC here, the default and what clients should ask for. */
export function graphTime(ms: number): { dateTime: string; timeZone: string } {
  return { dateTime: `${new Date(ms).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

/** All-day events are midnight to midnight in whatever zone was asked for: floating. */
function times(
  fields: WorldFields,
  start: number,
  end: number,
): Pick<Event, 'start' | 'end' | 'isAllDay'> {
  if (fields.time.kind === 'timed')
    return { start: graphTime(start), end: graphTime(end), isAllDay: false };
  const midnight = (date: string): { dateTime: string; timeZone: string } => ({
    dateTime: `${date}T00:00:00.0000000`,
    timeZone: 'UTC',
  });
  return { start: midnight(fields.time.start), end: midnight(fields.time.end), isAllDay: true };
}

export function occurrenceType({
  originalStart,
  isException,
}: WorldOccurrence): 'singleInstance' | 'occurrence' | 'exception' {
  if (originalStart === null) return 'singleInstance';
  return isException ? 'exception' : 'occurrence';
}

export function etagOf(event: WorldEvent): string {
  return `W/"${Buffer.from(`${event.id}:${event.version}`).toString('base64')}"`;
}

/** One row of a calendar view: a single event or an occurrence, complete. */
export function graphOccurrence(occurrence: WorldOccurrence, view: View): Record<string, unknown> {
  const { event, originalStart, fields, start, end } = occurrence;
  return {
    ...resource(event, fields, view, originalStart),
    ...times(fields, start, end),
    type: occurrenceType(occurrence),
    ...(originalStart === null
      ? {}
      : {
          seriesMasterId: eventName({ eventId: event.id, occurrence: null }, view.immutable),
          originalStart: originalStart.length === 10 ? `${originalStart}T00:00:00Z` : originalStart,
        }),
  };
}

/** A single event, or the master of a series with the span of its first occurrence. */
export function graphMaster(
  event: WorldEvent,
  first: WorldOccurrence | undefined,
  view: View,
): Record<string, unknown> {
  return {
    ...resource(event, event.fields, view, null),
    ...times(event.fields, first?.start ?? 0, first?.end ?? 0),
    type: event.rrule === null ? 'singleInstance' : 'seriesMaster',
  };
}

function resource(
  event: WorldEvent,
  fields: WorldFields,
  view: View,
  originalStart: string | null,
): Record<string, unknown> {
  const id = eventName({ eventId: event.id, occurrence: originalStart }, view.immutable);
  const person = (who: { name: string; email: string }): object => ({
    emailAddress: { name: who.name, address: who.email },
  });
  const etag = etagOf(event);
  return {
    '@odata.etag': etag,
    id,
    changeKey: etag.slice(3, -1),
    createdDateTime: new Date(event.createdAt).toISOString(),
    lastModifiedDateTime: new Date(event.updatedAt).toISOString(),
    iCalUId: iCalUId(event.uid, originalStart?.slice(0, 10) ?? null),
    subject: fields.title,
    bodyPreview: fields.description.slice(0, 255),
    body: { contentType: 'text', content: fields.description },
    location: { displayName: fields.location, locationType: 'default' },
    showAs: fields.showAs,
    sensitivity: fields.sensitivity,
    isCancelled: fields.cancelled,
    isOrganizer: fields.organizer === null || fields.organizer.email === view.email,
    isReminderOn: fields.reminderMinutes !== null,
    reminderMinutesBeforeStart: fields.reminderMinutes ?? 0,
    isOnlineMeeting: fields.onlineMeetingUrl !== null,
    onlineMeeting: fields.onlineMeetingUrl === null ? null : { joinUrl: fields.onlineMeetingUrl },
    hasAttachments: false,
    categories: fields.categories,
    responseStatus: { response: responses[fields.response], time: '0001-01-01T00:00:00Z' },
    organizer: fields.organizer === null ? null : person(fields.organizer),
    attendees: fields.attendees.map((who) => ({
      ...person(who),
      type: 'required',
      status: { response: responses[who.response], time: '0001-01-01T00:00:00Z' },
    })),
    originalStartTimeZone: fields.time.kind === 'timed' ? fields.time.zone : 'UTC',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}`,
    ...(event.transactionId === null ? {} : { transactionId: event.transactionId }),
    ...expanded(fields, view.property),
  };
}

/** The name is case-sensitive, the GUID is not; nothing comes back where the event has no such property. */
function expanded(fields: WorldFields, property: string | null): Record<string, unknown> {
  const value = property === null ? undefined : fields.properties[property];
  return value === undefined ? {} : { singleValueExtendedProperties: [{ id: property, value }] };
}
