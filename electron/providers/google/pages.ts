import type { z } from 'zod';
import type { Failure } from '../../ports/outcome.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { Call, CallMeta, GoogleApi } from './api.ts';

/** More pages than this are a server that goes round in circles. */
const MAX_PAGES = 500;

interface AnyPage {
  readonly nextPageToken?: string | undefined;
}

export interface Feed<Page extends AnyPage> {
  readonly kind: CallMeta['kind'];
  /** The same question each time; only the page differs. */
  readonly call: (page: { readonly pageToken?: string }) => Call;
  readonly schema: z.ZodType<Page>;
  /** Called for every page, in order, before the whole is known to be complete. */
  readonly take: (page: Page) => void;
}

export type Walk<Page> =
  | { readonly kind: 'complete'; readonly last: Page }
  /** A status that only the caller can read, on whatever page it came. */
  | { readonly kind: 'refused'; readonly response: TransportResponse }
  | Failure;

/**
 * Follows a list to its end. Any failure on the way fails the whole; a page may be empty and still have a successor
 * (Calendar API reference, Events: list).
 */
export async function walkPages<Page extends AnyPage>(
  api: GoogleApi,
  { kind, call, schema, take }: Feed<Page>,
  signal: AbortSignal,
): Promise<Walk<Page>> {
  const followed = new Set<string>();
  let page: { readonly pageToken?: string } = {};
  while (followed.size < MAX_PAGES) {
    const answer = await api.send({ kind }, call(page), signal);
    if (answer.kind !== 'ok') return answer;
    if (answer.value.status >= 300) return { kind: 'refused', response: answer.value };
    const json = parseJson(answer.value);
    if (json.kind !== 'ok') return json;
    const parsed = schema.safeParse(json.value);
    if (!parsed.success) return { kind: 'malformed', code: 'google-page' };
    take(parsed.data);
    const { nextPageToken } = parsed.data;
    if (nextPageToken === undefined) return { kind: 'complete', last: parsed.data };
    if (followed.has(nextPageToken)) break;
    followed.add(nextPageToken);
    page = { pageToken: nextPageToken };
  }
  return { kind: 'malformed', code: 'google-page-loop' };
}
