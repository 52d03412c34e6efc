import { ok, type Failure, type Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GraphApi } from './api.ts';
import { graphError } from './error-code.ts';
import { page } from './wire-event.ts';

/** More pages than this are a server that goes round in circles. */
const MAX_PAGES = 500;

export interface Walk {
  readonly kind: RequestKind;
  readonly path: string;
  readonly prefer: readonly string[];
}

export interface Walked {
  readonly items: readonly unknown[];
  /** Path of the delta link at the end; null for plain lists. */
  readonly deltaPath: string | null;
}

/** Follows the pages to the end. Pages may be empty, repeated, or expire half-way: any failure fails the whole. */
export async function walkPages(
  api: GraphApi,
  walk: Walk,
  signal: AbortSignal,
): Promise<Result<Walked> | 'expired'> {
  const items: unknown[] = [];
  const seen = new Set<string>();
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
    if (answer.value.status >= 300) return refusal(answer.value);
    const json = parseJson(answer.value);
    if (json.kind !== 'ok') return json;
    const parsed = page.safeParse(json.value);
    if (!parsed.success) return { kind: 'malformed', code: 'graph-page' };
    items.push(...parsed.data.value);
    const next = parsed.data['@odata.nextLink'];
    if (next === undefined) {
      const delta = parsed.data['@odata.deltaLink'];
      return ok({ items, deltaPath: delta === undefined ? null : api.pathOf(delta) });
    }
    const following = api.pathOf(next);
    if (following === null) return { kind: 'malformed', code: 'graph-next-link' };
    path = following;
  }
  return { kind: 'malformed', code: 'graph-page-loop' };
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
