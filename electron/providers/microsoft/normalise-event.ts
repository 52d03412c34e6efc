import type { BlockContent, MarkedEvent, RemoteBlock } from '../../../shared/model/block.ts';
import {
  showAsValues,
  type CalendarEvent,
  type EventTime,
  type FieldNeeds,
  type Response,
  type ShowAs,
  type Visibility,
} from '../../../shared/model/event.ts';
import { eventIdOf, type CalendarId } from '../../../shared/model/ids.ts';
import { parseMarker } from '../../../shared/model/marker.ts';
import { meetingKeyOf } from '../../../shared/model/meeting-key.ts';
import { MINUTE, parseInstant, plus, toIso, type Instant } from '../../../shared/time/instant.ts';
import { parsePlainDate } from '../../../shared/time/plain-date.ts';
import { instantAt } from '../../../shared/time/zone.ts';
import { plainText } from '../plain-text.ts';
import { MARKER_PROPERTY } from './marker-property.ts';
import { wireEvent, type WireEvent } from './wire-event.ts';
import { ianaZone } from './zones.ts';

export type Normalised =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'block'; readonly block: RemoteBlock }
  /** A series as such: its occurrences count, not it. */
  | { readonly kind: 'master' }
  | { readonly kind: 'malformed'; readonly remoteId: string };

/** Turns a Graph event of a `calendarView` into ours. Pure; the only place that knows Graph's field names on the way in. */
export function normaliseEvent(raw: unknown, calendar: CalendarId, needs: FieldNeeds): Normalised {
  const parsed = wireEvent.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed', remoteId: '' };
  const item = parsed.data;
  if (item.type?.toLowerCase() === 'seriesmaster') return { kind: 'master' };
  const time = timeOf(item);
  if (time === null) return { kind: 'malformed', remoteId: item.id };
  const property = markerProperty(item);
  const marker = property === null ? null : parseMarker(property);
  if (marker !== null) {
    const block = {
      remoteId: item.id,
      etag: item['@odata.etag'] ?? null,
      marker,
      content: contentOf(item, time),
    };
    return { kind: 'block', block };
  }
  return { kind: 'event', event: eventOf(item, time, calendar, needs, property !== null) };
}

/** What carries a whole marker, by as much of it as can be understood; null for everything else. */
export function markedEvent(raw: unknown): MarkedEvent | null {
  const parsed = wireEvent.safeParse(raw);
  if (!parsed.success) return null;
  const item = parsed.data;
  const property = markerProperty(item);
  const marker = property === null ? null : parseMarker(property);
  if (marker === null) return null;
  const time = item.type?.toLowerCase() === 'seriesmaster' ? null : timeOf(item);
  const content = time === null ? null : contentOf(item, time);
  return { remoteId: item.id, etag: item['@odata.etag'] ?? null, marker, content };
}

function markerProperty({ singleValueExtendedProperties }: WireEvent): string | null {
  return singleValueExtendedProperties?.find(({ id }) => sameProperty(id))?.value ?? null;
}

/** The GUID's case is Graph's own affair; the name's is not. */
function sameProperty(id: string): boolean {
  const split = (text: string): [string, string] => {
    const at = text.indexOf('}');
    return [text.slice(0, at).toLowerCase(), text.slice(at)];
  };
  const [guid, name] = split(id);
  const [ownGuid, ownName] = split(MARKER_PROPERTY);
  return guid === ownGuid && name === ownName;
}

function eventOf(
  item: WireEvent,
  time: EventTime,
  calendar: CalendarId,
  needs: FieldNeeds,
  damagedMarker: boolean,
): CalendarEvent {
  const ofSeries = typeof item.seriesMasterId === 'string';
  return {
    id: eventIdOf(item.id),
    calendar,
    meeting: item.iCalUId == null || item.iCalUId === '' ? null : meetingKeyOf(item.iCalUId),
    occurrence: ofSeries ? originalStart(item, time) : '',
    series: typeof item.seriesMasterId === 'string' ? eventIdOf(item.seriesMasterId) : null,
    time,
    showAs: showAsOf(item.showAs),
    response: responseOf(item),
    visibility: visibilityOf(item.sensitivity),
    kind: 'default',
    cancelled: item.isCancelled === true,
    foreignBlock: damagedMarker,
    // The organizer is none of them. Rooms are.
    attendeeCount: (item.attendees ?? []).filter(({ type }) => type?.toLowerCase() !== 'resource')
      .length,
    organizerDomain: needs.organizer ? domainOf(item.organizer?.emailAddress?.address) : null,
    categories: needs.categories ? (item.categories ?? []) : [],
    text: {
      title: needs.title ? (item.subject ?? null) : null,
      location: needs.location ? presence(item.location?.displayName) : null,
      description: needs.description ? bodyOf(item) : null,
    },
  };
}

/** What a reader of the target sees of a block now. */
export function contentOf(item: WireEvent, time: EventTime): BlockContent {
  return {
    time,
    title: item.subject ?? '',
    location: presence(item.location?.displayName),
    description: bodyOf(item),
    showAs: showAsOf(item.showAs),
    private: ['private', 'confidential'].includes(visibilityOf(item.sensitivity)),
    color: item.categories?.[0] ?? null,
  };
}

/** Text is what we ask for, but not every server heeds it. In HTML a line break of the source is a space. */
function bodyOf({ body }: WireEvent): string | null {
  const isText = body?.contentType == null || body.contentType.toLowerCase() === 'text';
  return presence(isText ? body?.content : plainText((body.content ?? '').replace(/\s+/g, ' ')));
}

function presence(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}

/** All-day events are floating: midnight to midnight in whatever zone was asked for, so only their dates count. */
export function timeOf({ start, end, isAllDay }: WireEvent): EventTime | null {
  if (isAllDay === true) {
    const first = parsePlainDate(start?.dateTime?.slice(0, 10) ?? '');
    const last = parsePlainDate(end?.dateTime?.slice(0, 10) ?? '');
    return first === null || last === null || last < first
      ? null
      : { kind: 'allDay', start: first, end: last };
  }
  const from = instantOf(start);
  const to = instantOf(end);
  return from === null || to === null || to < from ? null : { kind: 'timed', start: from, end: to };
}

/** `2026-05-04T09:00:00.0000000` without an offset, and a zone beside it; asked for in UTC, but other zones are read too. */
function instantOf(moment: WireEvent['start']): Instant | null {
  const text = moment?.dateTime;
  if (text == null) return null;
  const zone = ianaZone(moment?.timeZone ?? 'UTC');
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return parseInstant(text.replace(/(\.\d{3})\d+/, '$1'));
  if (zone === null) return null;
  if (zone === 'UTC') return parseInstant(`${text.replace(/(\.\d{3})\d+/, '$1')}Z`);
  const [, day = '', hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(text) ?? [];
  const date = parsePlainDate(day);
  if (date === null) return null;
  return plus(
    instantAt(date, Number(hour) * 60 + Number(minute), zone),
    (Number(second) / 60) * MINUTE,
  );
}

/** UTC, by Graph's definition; all-day occurrences are named by their day. */
function originalStart({ originalStart: text, id }: WireEvent, time: EventTime): string {
  if (text == null) return eventIdOf(id);
  const at = parseInstant(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  if (at === null) return eventIdOf(id);
  return time.kind === 'allDay' ? toIso(at).slice(0, 10) : toIso(at);
}

/**
 * Graph's enums are case-insensitive on input, and its own examples mix cases. What says nothing is busy, as Graph makes
 * it: a block too many is seen, a meeting booked twice is not.
 */
export function showAsOf(text: string | null | undefined): ShowAs {
  if (text == null) return 'busy';
  return showAsValues.find((known) => known.toLowerCase() === text.toLowerCase()) ?? 'unknown';
}

const responses: Readonly<Record<string, Response>> = {
  none: 'none',
  organizer: 'organizer',
  accepted: 'accepted',
  tentativelyaccepted: 'tentative',
  notresponded: 'notResponded',
  declined: 'declined',
};

function responseOf({ responseStatus, isOrganizer, attendees }: WireEvent): Response {
  const known = responses[responseStatus?.response?.toLowerCase() ?? ''];
  if (known !== undefined && known !== 'none') return known;
  return isOrganizer === true && (attendees?.length ?? 0) > 0 ? 'organizer' : 'none';
}

const visibilities: ReadonlyMap<string, Visibility> = new Map([
  ['normal', 'default'],
  ['personal', 'personal'],
  ['private', 'private'],
  ['confidential', 'confidential'],
]);

/** What says something that is not known may mean to be kept to itself. */
function visibilityOf(sensitivity: unknown): Visibility {
  if (sensitivity == null) return 'default';
  const name = typeof sensitivity === 'string' ? sensitivity.toLowerCase() : '';
  return visibilities.get(name) ?? 'private';
}

function domainOf(address: string | null | undefined): string | null {
  const domain = address?.split('@').at(-1)?.toLowerCase();
  return domain === undefined || domain === '' ? null : domain;
}
