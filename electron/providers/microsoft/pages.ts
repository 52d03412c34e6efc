import { ok, type Failure, type Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GraphApi } from './api.ts';
import { graphError } from './error-code.ts';
import { namedRow, page } from './wire-event.ts';

/** More pages than this are a server that goes round in circles. */
const MAX_PAGES = 500;

export interface Walk {
  readonly kind: RequestKind;
  readonly path: string;
  readonly prefer: readonly string[];
}

/** What a server answers that has no change feed, or none for this calendar (providers.md 1.1). */
const NO_FEED: readonly number[] = [400, 404, 405, 501];

export interface Walked {
  readonly items: readonly unknown[];
  /**
   * Rows of one page came again among others of a later one: they changed places meanwhile, and some may have been
   * passed over. A whole page that comes again as it was is only that.
   */
  readonly moved: boolean;
  /** Path of the delta link at the end; null for plain lists. */
  readonly deltaPath: string | null;
}

/** Follows the pages to the end. Pages may be empty, repeated, or expire half-way: any failure fails the whole. */
export async function walkPages(
  api: GraphApi,
  walk: Walk,
  signal: AbortSignal,
): Promise<Result<Walked> | 'expired' | 'noFeed'> {
  const items: unknown[] = [];
  const known = new Set<string>();
  const pages = new Set<string>();
  const seen = new Set<string>();
  let moved = false;
  let path = walk.path;
  for (let count = 0; count < MAX_PAGES; count++) {
    if (seen.has(path)) break;
    seen.add(path);
    const answer = await api.send(
      { kind: walk.kind, method: 'GET', path, prefer: walk.prefer, replayable: true },
      signal,
    );
    if (answer.kind !== 'ok') return answer;
    if (isExpired(answer.value)) return 'expired';
    if (walk.kind === 'delta' && NO_FEED.includes(answer.value.status)) return 'noFeed';
    if (answer.value.status >= 300) return refusal(answer.value);
    const json = parseJson(answer.value);
    if (json.kind !== 'ok') return json;
    const parsed = page.safeParse(json.value);
    if (!parsed.success) return { kind: 'malformed', code: 'graph-page' };
    items.push(...parsed.data.value);
    const ids = idsOf(parsed.data.value);
    const asItWas = pages.has(ids.join('\n'));
    moved ||= !asItWas && ids.some((id) => known.has(id));
    for (const id of ids) known.add(id);
    pages.add(ids.join('\n'));
    const next = parsed.data['@odata.nextLink'];
    if (next == null) {
      const delta = parsed.data['@odata.deltaLink'];
      return ok({ items, moved, deltaPath: delta == null ? null : api.pathOf(delta) });
    }
    const following = api.pathOf(next);
    if (following === null) return { kind: 'malformed', code: 'graph-next-link' };
    path = following;
  }
  return { kind: 'malformed', code: 'graph-page-loop' };
}

/** More walks than this are a list that does not stand still. */
const MAX_WALKS = 4;

/**
 * Walks a list that is paged by a count of rows to skip. Where rows change places between two pages, one may be passed
 * over, and would be taken for deleted: such a list is walked again until nothing moves.
 */
export async function walkList(
  api: GraphApi,
  walk: Walk,
  signal: AbortSignal,
): Promise<Result<Walked> | 'expired'> {
  for (let count = 0; count < MAX_WALKS; count++) {
    const walked = await walkPages(api, walk, signal);
    if (walked === 'noFeed') return { kind: 'malformed', code: 'graph-list' };
    if (walked === 'expired' || walked.kind !== 'ok' || !walked.value.moved) return walked;
  }
  return { kind: 'unreachable', maybeApplied: false, code: 'graph-pages-moved' };
}

function idsOf(items: readonly unknown[]): readonly string[] {
  return items.flatMap((item) => {
    const named = namedRow.safeParse(item);
    return named.success ? [named.data.id] : [];
  });
}

/** Graph docs, delta query overview: 410, or a 40x whose code speaks of the sync state. */
function isExpired(response: TransportResponse): boolean {
  if (response.status < 400 || response.status >= 500) return false;
  return (
    response.status === 410 ||
    /syncState(NotFound|Invalid)|resyncRequired|fullSyncRequired/i.test(graphError(response).code)
  );
}

export function refusal({ status }: Pick<TransportResponse, 'status'>): Failure {
  if (status === 404 || status === 410) return { kind: 'gone' };
  return { kind: 'malformed', code: `graph-${status}` };
}
