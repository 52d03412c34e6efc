import type { MarkedEvent, RemoteBlock } from '../../../shared/model/block.ts';
import {
  eventKindValues,
  visibilityValues,
  type CalendarEvent,
  type EventText,
  type EventTime,
  type FieldNeeds,
  type Response,
  type ShowAs,
  type Visibility,
} from '../../../shared/model/event.ts';
import { eventIdOf, type CalendarId } from '../../../shared/model/ids.ts';
import { parseMarker, type Marker } from '../../../shared/model/marker.ts';
import { meetingKeyOf } from '../../../shared/model/meeting-key.ts';
import { ANY_BLOCK, MARKER_KEY } from './block-body.ts';
import { blockContent } from './block-content.ts';
import { plainText } from '../plain-text.ts';
import { privateProperty, wireEvent, type WireEvent } from './wire-event.ts';
import { originalStartOf, timeOf } from './wire-time.ts';

/** What one item of a list is to us. */
export type Normalised =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'block'; readonly block: RemoteBlock }
  /** Deleted: only the id of such an item can be relied upon (Calendar API reference, Events). */
  | { readonly kind: 'removed'; readonly remoteId: string }
  /** Not to be understood: left out and counted. */
  | { readonly kind: 'malformed'; readonly remoteId: string };

/**
 * Turns a Google event into ours, and keeps only the texts that are needed. Pure; never takes an event for ours whose
 * marker is damaged, and never takes one with the trace of a marker for a source.
 */
export function normaliseEvent(raw: unknown, calendar: CalendarId, needs: FieldNeeds): Normalised {
  const parsed = wireEvent.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed', remoteId: '' };
  const item = parsed.data;
  if (item.status === 'cancelled') return { kind: 'removed', remoteId: item.id };
  const time = timeOf(item);
  if (time === null) return { kind: 'malformed', remoteId: item.id };
  const marker = markerOf(item);
  if (marker !== null) {
    const content = blockContent(item, time);
    return {
      kind: 'block',
      block: { remoteId: item.id, etag: item.etag ?? null, marker, content },
    };
  }
  // We ask for expanded series: a master among the occurrences would count its first one twice.
  if ((item.recurrence ?? []).length > 0) return { kind: 'malformed', remoteId: item.id };
  return { kind: 'event', event: eventOf(item, time, calendar, needs) };
}

/** What carries a whole marker, by as much of it as can be understood; null for everything else. */
export function markedEvent(raw: unknown): MarkedEvent | null {
  const parsed = wireEvent.safeParse(raw);
  if (!parsed.success || parsed.data.status === 'cancelled') return null;
  const item = parsed.data;
  const marker = markerOf(item);
  if (marker === null) return null;
  const time = timeOf(item);
  const content = time === null ? null : blockContent(item, time);
  return { remoteId: item.id, etag: item.etag ?? null, marker, content };
}

function markerOf(item: WireEvent): Marker | null {
  const property = privateProperty(item, MARKER_KEY);
  return property === null ? null : parseMarker(property);
}

function eventOf(
  item: WireEvent,
  time: EventTime,
  calendar: CalendarId,
  needs: FieldNeeds,
): CalendarEvent {
  const { iCalUID, recurringEventId, colorId } = item;
  return {
    id: eventIdOf(item.id),
    calendar,
    // All occurrences of a series share it.
    meeting: iCalUID === undefined ? null : meetingKeyOf(iCalUID),
    occurrence: recurringEventId === undefined ? '' : originalStartOf(item),
    series: recurringEventId === undefined ? null : eventIdOf(recurringEventId),
    time,
    showAs: showAsOf(item),
    response: responseOf(item),
    visibility: visibilityOf(item.visibility),
    kind: eventKindValues.find((known) => known === item.eventType) ?? 'default',
    cancelled: false,
    foreignBlock:
      privateProperty(item, MARKER_KEY) !== null || privateProperty(item, ANY_BLOCK.key) !== null,
    attendeeCount: (item.attendees ?? []).filter(
      (one) => one.self !== true && one.resource !== true,
    ).length,
    organizerDomain: needs.organizer ? domainOf(item.organizer?.email) : null,
    categories: needs.categories && colorId !== undefined ? [colorId] : [],
    text: textOf(item, needs),
  };
}

function textOf({ summary, location, description }: WireEvent, needs: FieldNeeds): EventText {
  return {
    title: needs.title ? (summary ?? null) : null,
    location: needs.location ? (location ?? null) : null,
    description:
      needs.description && description !== undefined ? plainText(description) || null : null,
  };
}

/** What says something that is not known may mean to be kept to itself. */
function visibilityOf(said: unknown): Visibility {
  if (said == null) return 'default';
  return visibilityValues.find((known) => known === said) ?? 'private';
}

/** Google has no such field: it follows from transparency, kind and status, in this order. */
function showAsOf({ transparency, status, eventType }: WireEvent): ShowAs {
  if (transparency === 'transparent') return 'free';
  if (eventType === 'outOfOffice') return 'oof';
  return status === 'tentative' ? 'tentative' : 'busy';
}

const responses: ReadonlyMap<string, Response> = new Map([
  ['needsAction', 'notResponded'],
  ['declined', 'declined'],
  ['tentative', 'tentative'],
  ['accepted', 'accepted'],
]);

/** The entry marked `self` holds the owner's answer. A declined event stays listed, even one's own. */
function responseOf({ attendees, organizer }: WireEvent): Response {
  if (attendees === undefined || attendees.length === 0) return 'none';
  const own = attendees.find(({ self }) => self === true)?.responseStatus ?? '';
  if (own !== 'declined' && organizer?.self === true) return 'organizer';
  return responses.get(own) ?? 'none';
}

function domainOf(email: string | undefined): string | null {
  const at = email?.lastIndexOf('@') ?? -1;
  const domain = at < 0 ? '' : (email ?? '').slice(at + 1).toLowerCase();
  return domain === '' ? null : domain;
}
