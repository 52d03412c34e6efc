import { canonicalContent, type RemoteBlock } from '../../../shared/model/block.ts';
import type { CalendarEvent, FieldNeeds } from '../../../shared/model/event.ts';
import { eventIdOf, type EventId } from '../../../shared/model/ids.ts';
import { DAY, plus, toIso } from '../../../shared/time/instant.ts';
import type { Interval } from '../../../shared/time/interval.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { Pull, PullRequest, Tombstone } from '../../ports/provider.ts';
import type { GraphApi } from './api.ts';
import { formatCursor, usableDelta } from './cursor.ts';
import { disagreements, type Shown } from './feed-check.ts';
import { EXPAND_MARKER } from './marker-property.ts';
import { contentOf, normaliseEvent, timeOf } from './normalise-event.ts';
import { walkList, walkPages } from './pages.ts';
import { READ_PREFERENCES } from './read-preferences.ts';
import { removedRow, wireEvent } from './wire-event.ts';

const PAGE_SIZE = 1000;

/**
 * Delta is only the signal that something changed: its rows are stubs, hide the marker, and call "deleted" what merely
 * lies outside the window (providers.md 1.x). Content comes from a plain `calendarView`, complete and with markers.
 */
export async function pullMicrosoft(
  api: GraphApi,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const delta = usableDelta(request.cursor, request.window, request.needs);
  if (delta === null) return pullAll(api, request, false, signal);
  if (delta === 'noFeed') return listOnly(api, request, signal);
  const walked = await walkDelta(api, delta.path, signal);
  if (walked === 'expired') return pullAll(api, request, true, signal);
  // A link that a feed gave, and refuses now, says nothing of the feed: another is asked for.
  if (walked === 'noFeed') return pullAll(api, request, false, signal);
  if (walked.kind !== 'ok') return walked;
  const { items, deltaPath } = walked.value;
  const cursor = formatCursor(deltaPath, request.window, request.needs);
  if (items.every((item) => isEcho(item, request))) {
    return ok({
      kind: 'changes',
      events: [],
      blocks: [],
      removed: [],
      unclear: [],
      skipped: 0,
      cursor,
    });
  }
  return list(api, request, { cursor, reset: false, told: items }, signal);
}

/** The signal is armed before the list is read, so that a change in between is told about next time. */
async function pullAll(
  api: GraphApi,
  request: PullRequest,
  reset: boolean,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const { calendar, window, needs } = request;
  const path = `/me/calendars/${encodeURIComponent(calendar.remoteId)}/calendarView/delta?${bounds(window)}`;
  const armed = await walkDelta(api, path, signal);
  if (armed === 'expired')
    return { kind: 'unreachable', maybeApplied: false, code: 'graph-expired' };
  if (armed === 'noFeed') return listOnly(api, request, signal);
  if (armed.kind !== 'ok') return armed;
  const { items: told, deltaPath } = armed.value;
  return list(
    api,
    request,
    { cursor: formatCursor(deltaPath, window, needs), reset, told },
    signal,
  );
}

/**
 * A calendar without a change feed is read completely each time; the next window asks for the feed again. Should the
 * calendar itself be gone, the list says so.
 */
function listOnly(api: GraphApi, request: PullRequest, signal: AbortSignal): Promise<Result<Pull>> {
  const cursor = formatCursor(null, request.window, request.needs);
  return list(api, request, { cursor, reset: false, told: [] }, signal);
}

async function walkDelta(
  api: GraphApi,
  path: string,
  signal: AbortSignal,
): Promise<
  Result<{ readonly items: readonly unknown[]; readonly deltaPath: string }> | 'expired' | 'noFeed'
> {
  // In the form of the list, so that what we wrote ourselves is known again in the feed's rows.
  const prefer = [`odata.maxpagesize=${PAGE_SIZE}`, ...READ_PREFERENCES];
  const walked = await walkPages(api, { kind: 'delta', path, prefer }, signal);
  if (walked === 'expired' || walked === 'noFeed' || walked.kind !== 'ok') return walked;
  const { items, deltaPath } = walked.value;
  return deltaPath === null
    ? { kind: 'malformed', code: 'graph-no-delta-link' }
    : ok({ items, deltaPath });
}

/** What the change feed said before the list was asked for: its rows, none where there is no feed. */
interface Signal {
  readonly cursor: string;
  readonly reset: boolean;
  readonly told: readonly unknown[];
}

async function list(
  api: GraphApi,
  { calendar, window, needs }: PullRequest,
  { cursor, reset, told }: Signal,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const query = [
    bounds(window),
    `$top=${PAGE_SIZE}`,
    `$select=${selected(needs).join(',')}`,
    `$expand=${encodeURIComponent(EXPAND_MARKER)}`,
  ].join('&');
  const path = `/me/calendars/${encodeURIComponent(calendar.remoteId)}/calendarView?${query}`;
  const walked = await walkList(api, { kind: 'list', path, prefer: READ_PREFERENCES }, signal);
  if (walked === 'expired') return { kind: 'gone' };
  if (walked.kind !== 'ok') return walked;
  const events = new Map<EventId, CalendarEvent>();
  const blocks = new Map<string, RemoteBlock>();
  const malformed: string[] = [];
  for (const raw of walked.value.items) {
    const item = normaliseEvent(raw, calendar.id, needs);
    if (item.kind === 'event') events.set(item.event.id, item.event);
    else if (item.kind === 'block') blocks.set(item.block.remoteId, item.block);
    else if (item.kind === 'malformed') malformed.push(item.remoteId);
  }
  const shown = new Map<EventId, Shown>([
    ...[...events].map(([id, { time, showAs }]) => [id, { time, showAs }] as const),
    ...[...blocks].map(([id, { content }]) => [eventIdOf(id), content] as const),
  ]);
  return ok({
    kind: 'snapshot',
    covers: window,
    events: [...events.values()],
    blocks: [...blocks.values()],
    removed: buried(told, shown),
    unclear: [...malformed, ...disagreements(told, shown, window)],
    skipped: malformed.length,
    reset,
    cursor,
  });
}

/** The feed also calls removed what merely left the window; what the list shows as well has not gone. */
function buried(
  told: readonly unknown[],
  shown: ReadonlyMap<EventId, Shown>,
): readonly Tombstone[] {
  return told.flatMap((row) => {
    const parsed = removedRow.safeParse(row);
    if (!parsed.success) return [];
    const { id } = parsed.data;
    return shown.has(eventIdOf(id)) ? [] : [{ remoteId: id, event: eventIdOf(id) }];
  });
}

/** A day wider on both sides: all-day events float and may be stored as instants of another zone. */
function bounds({ start, end }: Interval): string {
  return `startDateTime=${toIso(plus(start, -DAY))}&endDateTime=${toIso(plus(end, DAY))}`;
}

/** Texts are asked for since a block is known by what it shows; those of events are dropped unless a rule needs them. */
function selected(needs: FieldNeeds): readonly string[] {
  return [
    'id',
    'type',
    'start',
    'end',
    'isAllDay',
    'isCancelled',
    'isOrganizer',
    'showAs',
    'sensitivity',
    'iCalUId',
    'seriesMasterId',
    'originalStart',
    'responseStatus',
    'attendees',
    'subject',
    'location',
    'body',
    'categories',
    ...(needs.organizer ? ['organizer'] : []),
  ];
}

/** Whether a row of the feed tells nothing new: what we wrote into a block of ours, or removed ourselves. */
function isEcho(row: unknown, { written, holds }: PullRequest): boolean {
  // The feed calls removed what we removed ourselves, and what merely came to lie outside the window.
  const removed = removedRow.safeParse(row);
  if (removed.success) return !holds(removed.data.id);
  const parsed = wireEvent.safeParse(row);
  if (!parsed.success) return false;
  const expected = written(parsed.data.id);
  const time = timeOf(parsed.data);
  // Stubs of series lack a subject; blocks are never part of a series.
  if (expected === null || time === null || parsed.data.subject === undefined) return false;
  return canonicalContent(contentOf(parsed.data, time)) === expected;
}
