import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { TransportRequest, TransportResponse } from './types.ts';

export interface ExchangeLimits {
  readonly headersTimeoutMs: number;
  readonly bodyTimeoutMs: number;
  readonly maxBodyBytes: number;
}

/** Errors of a connection that was never made: the server has seen nothing. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** One request and its answer, with a time limit for each phase. Redirects are not followed: a token must not travel on. */
export async function exchange(
  deps: { readonly fetch: Fetch; readonly clock: Clock },
  request: TransportRequest,
  token: string,
  limits: ExchangeLimits,
  signal: AbortSignal,
): Promise<Result<TransportResponse>> {
  const cut = new AbortController();
  const both = AbortSignal.any([signal, cut.signal]);
  const timed = async <T>(work: Promise<T>, ms: number): Promise<T> => {
    const done = new AbortController();
    const timer = deps.clock.sleep(ms, done.signal).then(
      () => cut.abort(new Error('timeout')),
      () => undefined,
    );
    try {
      return await work;
    } finally {
      done.abort();
      await timer;
    }
  };
  try {
    const response = await timed(
      deps.fetch(request.url, {
        method: request.method,
        headers: { ...request.headers, authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: both,
        ...(request.body === null ? {} : { body: request.body }),
      }),
      limits.headersTimeoutMs,
    );
    const body = await timed(readBody(response, limits.maxBodyBytes), limits.bodyTimeoutMs);
    if (body === null) return { kind: 'malformed', code: 'too-large' };
    return ok({ status: response.status, headers: Object.fromEntries(response.headers), body });
  } catch (error) {
    if (signal.aborted) return { kind: 'aborted' };
    return unreachable(error, cut.signal.aborted);
  }
}

function unreachable(error: unknown, timedOut: boolean): Result<never> {
  if (timedOut) return { kind: 'unreachable', maybeApplied: true, code: 'timeout' };
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : null);
  return {
    kind: 'unreachable',
    maybeApplied: code === null || !neverSent.has(code),
    code: code ?? 'connection',
  };
}

/** A system error's own name: never its message, which may quote an address. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[A-Z0-9_]+$/.test(error.code) ? error.code : null;
}

async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
