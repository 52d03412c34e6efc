import type { RemoteBlock } from '../../../shared/model/block.ts';
import type { CalendarEvent } from '../../../shared/model/event.ts';
import { eventIdOf } from '../../../shared/model/ids.ts';
import { DAY, plus, toIso } from '../../../shared/time/instant.ts';
import { ok, type Failure, type Result } from '../../ports/outcome.ts';
import type { Pull, PullRequest, Tombstone } from '../../ports/provider.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GoogleApi } from './api.ts';
import { formatCursor, usableToken } from './cursor.ts';
import { errorReason } from './error-reason.ts';
import { normaliseEvent, type Normalised } from './normalise-event.ts';
import { walkPages } from './pages.ts';
import { refusal } from './refusal.ts';
import { eventsPage } from './wire-event.ts';

/** The most that Google puts on a page of events. */
const PAGE_SIZE = 2500;

/**
 * Reads a calendar: what changed since the cursor, or everything in the window where there is none to go on from.
 * Speaks about absence only after a complete walk; whatever fails on the way makes the whole read a failure.
 */
export async function pullGoogle(
  api: GoogleApi,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const syncToken = usableToken(request.cursor, request.window, request.needs);
  if (syncToken === null) return pullAll(api, request, false, signal);
  const round = await walk(api, request, { syncToken }, signal);
  if (round.kind === 'expired') return pullAll(api, request, true, signal);
  if (round.kind !== 'walked') return round;
  const { events, blocks, removed, unclear, cursor } = round;
  const skipped = unclear.length;
  return ok({ kind: 'changes', events, blocks, removed, unclear, skipped, cursor });
}

async function pullAll(
  api: GoogleApi,
  request: PullRequest,
  reset: boolean,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const { window } = request;
  // All-day events float: in some zone they reach a day further than in UTC.
  const bounds = {
    timeMin: toIso(plus(window.start, -DAY)),
    timeMax: toIso(plus(window.end, DAY)),
  };
  const round = await walk(api, request, bounds, signal);
  // A page that expires while everything is being read leaves nothing to go on from but another try, later.
  if (round.kind === 'expired')
    return { kind: 'unreachable', maybeApplied: false, code: 'google-expired' };
  if (round.kind !== 'walked') return round;
  const { events, blocks, unclear, cursor } = round;
  const skipped = unclear.length;
  return ok({
    kind: 'snapshot',
    removed: [],
    covers: window,
    events,
    blocks,
    unclear,
    skipped,
    reset,
    cursor,
  });
}

interface Walked {
  readonly kind: 'walked';
  readonly events: readonly CalendarEvent[];
  readonly blocks: readonly RemoteBlock[];
  readonly removed: readonly Tombstone[];
  readonly unclear: readonly string[];
  readonly cursor: string;
}

/**
 * With a sync token all parameters but the bounds must be those of the first request (Calendar API reference,
 * Events: list, `syncToken`), and `showDeleted=false` must not be said: it is left to its default in both.
 */
async function walk(
  api: GoogleApi,
  { calendar, window, needs }: PullRequest,
  bounds: { readonly syncToken: string } | { readonly timeMin: string; readonly timeMax: string },
  signal: AbortSignal,
): Promise<Walked | { readonly kind: 'expired' } | Failure> {
  const items = new Map<string, Understood>();
  const unclear: string[] = [];
  const walked = await walkPages(
    api,
    {
      kind: 'syncToken' in bounds ? 'delta' : 'list',
      call:
        (page) =>
        ({ events }, options) =>
          events.list(
            {
              calendarId: calendar.remoteId,
              singleEvents: true,
              maxResults: PAGE_SIZE,
              ...bounds,
              ...page,
            },
            options,
          ),
      schema: eventsPage,
      take: (page) => {
        for (const raw of page.items) {
          const item = normaliseEvent(raw, calendar.id, needs);
          if (item.kind === 'malformed') unclear.push(item.remoteId);
          // The same item may come twice: what was said last holds.
          else items.set(idOf(item), item);
        }
      },
    },
    signal,
  );
  if (walked.kind === 'refused')
    return isExpired(walked.response, 'syncToken' in bounds)
      ? { kind: 'expired' }
      : refusal(walked.response);
  if (walked.kind !== 'complete') return walked;
  const token = walked.last.nextSyncToken;
  if (token === undefined) return { kind: 'malformed', code: 'google-no-sync-token' };
  const cursor = formatCursor(token, window, needs);
  return { kind: 'walked', ...sorted([...items.values()]), unclear, cursor };
}

type Understood = Exclude<Normalised, { kind: 'malformed' }>;

/**
 * 410 has two meanings, told apart by its reason (Calendar API, "Handle API errors"): the token is used up, or a thing
 * was deleted. A token that the server can't even read is as good as used up: it will never be right again.
 */
function isExpired(response: TransportResponse, withToken: boolean): boolean {
  if (response.status === 410) return errorReason(response) !== 'deleted';
  return withToken && response.status === 400;
}

function idOf(item: Understood): string {
  switch (item.kind) {
    case 'event':
      return item.event.id;
    case 'block':
      return eventIdOf(item.block.remoteId);
    case 'removed':
      return eventIdOf(item.remoteId);
  }
}

function sorted(items: readonly Understood[]): Pick<Walked, 'events' | 'blocks' | 'removed'> {
  return {
    events: items.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
    blocks: items.flatMap((item) => (item.kind === 'block' ? [item.block] : [])),
    removed: items.flatMap((item) =>
      item.kind === 'removed' ? [{ remoteId: item.remoteId, event: eventIdOf(item.remoteId) }] : [],
    ),
  };
}
