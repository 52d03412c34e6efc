import type { RemoteBlock } from '../../../shared/model/block.ts';
import type { CalendarEvent } from '../../../shared/model/event.ts';
import { eventIdOf } from '../../../shared/model/ids.ts';
import { DAY, plus, toIso } from '../../../shared/time/instant.ts';
import type { Failure, Result } from '../../ports/outcome.ts';
import { ok } from '../../ports/outcome.ts';
import type { Pull, PullRequest, Tombstone } from '../../ports/provider.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GoogleApi } from './api.ts';
import { formatCursor, usableToken } from './cursor.ts';
import { errorReason } from './error-reason.ts';
import { normaliseEvent } from './normalise-event.ts';
import { eventsPage } from './wire-event.ts';

/** The most that Google puts on a page. */
const PAGE_SIZE = 2500;
/** More pages than this are a server that goes round in circles. */
const MAX_PAGES = 200;

/** Reads a calendar: what changed since the cursor, or everything in the window where there is none to go on from. */
export async function pullGoogle(
  api: GoogleApi,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const token = usableToken(request.cursor, request.window, request.needs);
  if (token === null) return pullAll(api, request, false, signal);
  const walked = await walk(api, request, { syncToken: token }, signal);
  if (walked === 'expired') return pullAll(api, request, true, signal);
  if (walked.kind !== 'ok') return walked;
  const { syncToken, ...changes } = walked.value;
  return ok({
    kind: 'changes',
    ...changes,
    cursor: formatCursor(syncToken, request.window, request.needs),
  });
}

async function pullAll(
  api: GoogleApi,
  request: PullRequest,
  reset: boolean,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const { window, needs } = request;
  // All-day events float: in some zone they reach a day further than in UTC.
  const bounds = {
    timeMin: toIso(plus(window.start, -DAY)),
    timeMax: toIso(plus(window.end, DAY)),
    showDeleted: false,
  };
  const walked = await walk(api, request, bounds, signal);
  // A token that expires while a complete read is under way leaves nothing to go on with but another try, later.
  if (walked === 'expired')
    return { kind: 'unreachable', maybeApplied: false, code: 'google-expired' };
  if (walked.kind !== 'ok') return walked;
  const { events, blocks, skipped, syncToken } = walked.value;
  return ok({
    kind: 'snapshot',
    covers: window,
    events,
    blocks,
    skipped,
    reset,
    cursor: formatCursor(syncToken, window, needs),
  });
}

interface Walked {
  readonly events: readonly CalendarEvent[];
  readonly blocks: readonly RemoteBlock[];
  readonly removed: readonly Tombstone[];
  readonly skipped: number;
  readonly syncToken: string;
}

type Bounds =
  | { readonly syncToken: string }
  | { readonly timeMin: string; readonly timeMax: string; readonly showDeleted: boolean };

/** Follows the pages to the end; only the last one carries the token. Any failure on the way fails the whole. */
async function walk(
  api: GoogleApi,
  request: PullRequest,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Result<Walked> | 'expired'> {
  const collected = new Map<string, ReturnType<typeof normaliseEvent>>();
  let skipped = 0;
  let pageToken: string | undefined;
  const seen = new Set<string>();
  for (let count = 0; count < MAX_PAGES; count++) {
    const page = await readPage(api, request, bounds, pageToken, signal);
    if (page === 'expired' || page.kind !== 'ok') return page;
    for (const raw of page.value.items ?? []) {
      const item = normaliseEvent(raw, request.calendar.id, request.needs);
      if (item.kind === 'malformed') skipped += 1;
      else collected.set(keyOf(item), item);
    }
    const { nextPageToken, nextSyncToken } = page.value;
    if (nextPageToken === undefined) {
      if (nextSyncToken === undefined) return { kind: 'malformed', code: 'google-no-sync-token' };
      return ok({ ...sorted([...collected.values()]), skipped, syncToken: nextSyncToken });
    }
    if (seen.has(nextPageToken)) break;
    seen.add(nextPageToken);
    pageToken = nextPageToken;
  }
  return { kind: 'malformed', code: 'google-page-loop' };
}

type Page = ReturnType<typeof eventsPage.parse>;

async function readPage(
  api: GoogleApi,
  { calendar }: PullRequest,
  bounds: Bounds,
  pageToken: string | undefined,
  signal: AbortSignal,
): Promise<Result<Page> | 'expired'> {
  const kind = 'syncToken' in bounds ? 'delta' : 'list';
  const refused: { expired: boolean } = { expired: false };
  const answer = await api.json(
    { kind, replayable: true },
    ({ events }, options) =>
      events.list(
        {
          calendarId: calendar.remoteId,
          singleEvents: true,
          maxResults: PAGE_SIZE,
          ...bounds,
          ...(pageToken === undefined ? {} : { pageToken }),
        },
        options,
      ),
    signal,
    (response) => {
      refused.expired = isExpired(response);
      return refusal(response);
    },
  );
  if (refused.expired) return 'expired';
  if (answer.kind !== 'ok') return answer;
  const page = eventsPage.safeParse(answer.value);
  return page.success ? ok(page.data) : { kind: 'malformed', code: 'google-page' };
}

/** 410 has two meanings (Calendar errors guide): only these reasons are about the token. */
function isExpired(response: TransportResponse): boolean {
  const reason = errorReason(response);
  return response.status === 410
    ? reason !== 'deleted'
    : reason === 'fullSyncRequired' || reason === 'updatedMinTooLongAgo';
}

/** A read that was refused for a reason of its own; never an empty calendar. */
function refusal({ status }: TransportResponse): Failure {
  if (status === 404 || status === 410) return { kind: 'gone' };
  return { kind: 'malformed', code: `google-${status}` };
}

function keyOf(item: ReturnType<typeof normaliseEvent>): string {
  switch (item.kind) {
    case 'event':
      return item.event.id;
    case 'block':
      return eventIdOf(item.block.remoteId);
    case 'removed':
      return eventIdOf(item.remoteId);
    case 'malformed':
      return '';
  }
}

function sorted(
  items: readonly ReturnType<typeof normaliseEvent>[],
): Pick<Walked, 'events' | 'blocks' | 'removed'> {
  return {
    events: items.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
    blocks: items.flatMap((item) => (item.kind === 'block' ? [item.block] : [])),
    removed: items.flatMap((item) =>
      item.kind === 'removed' ? [{ remoteId: item.remoteId, event: eventIdOf(item.remoteId) }] : [],
    ),
  };
}
