/**
 * One question to a sign-in service and its answer as JSON. Never throws, never follows a redirect (a refresh token
 * must not travel on), and tells of what went wrong by a code only: no body, no URL, no header (security.md S8).
 */
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { Failure } from '../ports/outcome.ts';

const LIMIT_MS = 30_000;
const MOST_CHARACTERS = 1_000_000;
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
  const cut = new AbortController();
  const over = new AbortController();
  const timer = clock.sleep(LIMIT_MS, over.signal).then(
    () => cut.abort(new Error('timeout')),
    () => undefined,
  );
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, cut.signal]),
      ...(body === null ? {} : { body }),
    });
    return read(response.status, Object.fromEntries(response.headers), await response.text());
  } catch (error) {
    if (signal.aborted) return { kind: 'aborted' };
    return unreachable(cut.signal.aborted ? 'timeout' : systemCode(error));
  } finally {
    over.abort();
    await timer;
  }
}

function read(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): JsonAnswer | ExchangeFailure {
  const pause = Number(headers['retry-after'] ?? Number.NaN);
  const named = Number.isFinite(pause) ? Math.min(Math.max(pause, 0), LONGEST_PAUSE_S) : null;
  if (status === 429 || (status === 503 && named !== null))
    return { kind: 'throttled', retryAfterMs: named === null ? null : named * 1000 };
  if (status >= 500) return unreachable(`sign-in-${status}`);
  if (status >= 300 && status < 400) return { kind: 'malformed', code: 'redirect' };
  if (text.length > MOST_CHARACTERS) return { kind: 'malformed', code: 'too-large' };
  try {
    return { kind: 'answer', status, headers, json: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'malformed', code: 'not-json' };
  }
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
