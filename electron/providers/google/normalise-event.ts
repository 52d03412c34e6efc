import type { BlockContent, RemoteBlock } from '../../../shared/model/block.ts';
import {
  eventKindValues,
  visibilityValues,
  type CalendarEvent,
  type EventTime,
  type FieldNeeds,
  type Response,
  type ShowAs,
} from '../../../shared/model/event.ts';
import { eventIdOf, type CalendarId } from '../../../shared/model/ids.ts';
import { parseMarker } from '../../../shared/model/marker.ts';
import { meetingKeyOf } from '../../../shared/model/meeting-key.ts';
import { parseInstant, toIso, type Instant } from '../../../shared/time/instant.ts';
import { parsePlainDate, type PlainDate } from '../../../shared/time/plain-date.ts';
import { instantAt, isZone } from '../../../shared/time/zone.ts';
import { isColorId, MARKER_KEY, readRemainder, REMAINDER_KEY } from './block-body.ts';
import { plainText } from './plain-text.ts';
import { wireEvent, type WireEvent } from './wire-event.ts';

/** What one item of a list is to us. */
export type Normalised =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'block'; readonly block: RemoteBlock }
  | { readonly kind: 'removed'; readonly remoteId: string }
  /** Not to be understood: left out and counted. */
  | { readonly kind: 'malformed' };

/** Turns a Google event into ours. Pure; the only place that knows Google's field names on the way in. */
export function normaliseEvent(raw: unknown, calendar: CalendarId, needs: FieldNeeds): Normalised {
  const parsed = wireEvent.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed' };
  const item = parsed.data;
  if (item.status === 'cancelled') return { kind: 'removed', remoteId: item.id };
  const time = timeOf(item);
  if (time === null) return { kind: 'malformed' };
  const property = item.extendedProperties?.private?.[MARKER_KEY];
  const marker = property === undefined ? null : parseMarker(property);
  if (marker !== null) {
    return {
      kind: 'block',
      block: { remoteId: item.id, etag: item.etag ?? null, marker, content: contentOf(item, time) },
    };
  }
  return { kind: 'event', event: eventOf(item, time, calendar, needs, property !== undefined) };
}

function eventOf(
  item: WireEvent,
  time: EventTime,
  calendar: CalendarId,
  needs: FieldNeeds,
  damagedMarker: boolean,
): CalendarEvent {
  const attendees = item.attendees ?? [];
  return {
    id: eventIdOf(item.id),
    calendar,
    meeting: item.iCalUID === undefined ? null : meetingKeyOf(item.iCalUID),
    occurrence: item.recurringEventId === undefined ? '' : originalStart(item),
    series: item.recurringEventId === undefined ? null : eventIdOf(item.recurringEventId),
    time,
    showAs: showAsOf(item),
    response: responseOf(item),
    visibility: visibilityValues.find((known) => known === item.visibility) ?? 'default',
    kind: eventKindValues.find((known) => known === item.eventType) ?? 'default',
    cancelled: false,
    foreignBlock: damagedMarker,
    attendeeCount: attendees.filter(({ self, resource }) => self !== true && resource !== true)
      .length,
    organizerDomain: needs.organizer ? domainOf(item.organizer?.email) : null,
    categories: needs.categories && item.colorId !== undefined ? [item.colorId] : [],
    text: {
      title: needs.title ? (item.summary ?? null) : null,
      location: needs.location ? (item.location ?? null) : null,
      description:
        needs.description && item.description !== undefined ? plainText(item.description) : null,
    },
  };
}

/** What a reader of the target sees of a block now. */
function contentOf(item: WireEvent, time: EventTime): BlockContent {
  const rest = readRemainder(item.extendedProperties?.private?.[REMAINDER_KEY]);
  return {
    time,
    title: item.summary ?? '',
    location: item.location ?? null,
    description: item.description ?? null,
    showAs: shownAs(item, rest.showAs),
    private: item.visibility === 'private' || item.visibility === 'confidential',
    color: isColorId(item.colorId ?? null) ? (item.colorId ?? null) : rest.color,
  };
}

function shownAs(item: WireEvent, remembered: 'oof' | 'workingElsewhere' | null): ShowAs {
  if (item.transparency === 'transparent') return 'free';
  if (item.status === 'tentative') return 'tentative';
  return remembered ?? 'busy';
}

function timeOf({ start, end }: WireEvent): EventTime | null {
  const firstDay = dateOf(start?.date);
  const lastDay = dateOf(end?.date);
  if (firstDay !== null && lastDay !== null)
    return { kind: 'allDay', start: firstDay, end: lastDay };
  const from = instantOf(start);
  const to = instantOf(end);
  return from === null || to === null || to < from ? null : { kind: 'timed', start: from, end: to };
}

function dateOf(text: string | undefined): PlainDate | null {
  return text === undefined ? null : parsePlainDate(text);
}

/** RFC 3339 with an offset, or a wall-clock time with a zone beside it. */
function instantOf(moment: WireEvent['start']): Instant | null {
  const { dateTime, timeZone } = moment ?? {};
  if (dateTime === undefined) return null;
  const exact = parseInstant(dateTime);
  if (exact !== null) return exact;
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(dateTime) ?? [];
  const date = parsePlainDate(day);
  if (date === null || timeZone === undefined || !isZone(timeZone)) return null;
  return instantAt(date, Number(hour) * 60 + Number(minute), timeZone);
}

function originalStart({ originalStartTime, id }: WireEvent): string {
  const at = instantOf(originalStartTime);
  return at === null ? (originalStartTime?.date ?? id) : toIso(at);
}

/** Google knows no "tentative" or "elsewhere" of its own: it follows from transparency, status and kind. */
function showAsOf({ transparency, status, eventType }: WireEvent): ShowAs {
  if (transparency === 'transparent') return 'free';
  if (eventType === 'outOfOffice') return 'oof';
  return status === 'tentative' ? 'tentative' : 'busy';
}

const responses: Readonly<Record<string, Response>> = {
  needsAction: 'notResponded',
  declined: 'declined',
  tentative: 'tentative',
  accepted: 'accepted',
};

function responseOf({ attendees, organizer }: WireEvent): Response {
  if (attendees === undefined || attendees.length === 0) return 'none';
  const own = attendees.find(({ self }) => self === true)?.responseStatus;
  if (own === 'declined') return 'declined';
  if (organizer?.self === true) return 'organizer';
  return own === undefined ? 'none' : (responses[own] ?? 'none');
}

function domainOf(email: string | undefined): string | null {
  const domain = email?.split('@').at(-1)?.toLowerCase();
  return domain === undefined || domain === '' ? null : domain;
}
