/**
 * One question to a sign-in service and its answer as JSON. Never throws, never follows a redirect (a refresh token
 * must not travel on), and tells of what went wrong by a code only: no body, no URL, no header (security.md S8).
 */
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { Failure } from '../ports/outcome.ts';
import { isOver, TimeUp, within } from '../ports/time-limit.ts';

const LIMIT_MS = 30_000;
const MOST_BYTES = 1_000_000;
const LONGEST_PAUSE_S = 86_400;

export interface JsonQuestion {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface JsonAnswer {
  readonly kind: 'answer';
  /** Below 500, and never 429 or a redirect. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

export type ExchangeFailure = Extract<
  Failure,
  { kind: 'throttled' | 'unreachable' | 'malformed' | 'aborted' }
>;

export async function exchangeJson(
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
  { url, method, headers, body }: JsonQuestion,
  signal: AbortSignal,
): Promise<JsonAnswer | ExchangeFailure> {
  if (isOver(signal)) return { kind: 'aborted' };
  const cut = new AbortController();
  try {
    const asked = fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: cut.signal,
      ...(body === null ? {} : { body }),
    }).then(async (response) => ({ response, text: await bodyOf(response) }));
    const { response, text } = await within(clock, LIMIT_MS, signal, asked);
    return read(response.status, Object.fromEntries(response.headers), text);
  } catch (error) {
    cut.abort(error);
    if (isOver(signal)) return { kind: 'aborted' };
    return unreachable(error instanceof TimeUp ? 'timeout' : systemCode(error));
  }
}

function read(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string | null,
): JsonAnswer | ExchangeFailure {
  const pause = Number(headers['retry-after'] ?? Number.NaN);
  const named = Number.isFinite(pause) ? Math.min(Math.max(pause, 0), LONGEST_PAUSE_S) : null;
  if (status === 429 || (status === 503 && named !== null))
    return { kind: 'throttled', retryAfterMs: named === null ? null : named * 1000 };
  if (status >= 500) return unreachable(`sign-in-${status}`);
  if (status >= 300 && status < 400) return { kind: 'malformed', code: 'redirect' };
  if (text === null) return { kind: 'malformed', code: 'too-large' };
  try {
    return { kind: 'answer', status, headers, json: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'malformed', code: 'not-json' };
  }
}

/** Null where it is longer than any answer of a sign-in service. */
async function bodyOf(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Nothing of the calendar request that wanted the token has been sent. */
function unreachable(code: string): ExchangeFailure {
  return { kind: 'unreachable', maybeApplied: false, code };
}

/** A system error's own name, here or one level below: never its message. */
function systemCode(error: unknown): string {
  for (const one of [error, error instanceof Error ? error.cause : null]) {
    if (typeof one !== 'object' || one === null || !('code' in one)) continue;
    if (typeof one.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(one.code)) return one.code;
  }
  return 'connection';
}
