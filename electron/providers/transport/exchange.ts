import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import { isOver, TimeUp, within } from '../../ports/time-limit.ts';
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
  if (isOver(signal)) return { kind: 'aborted' };
  const cut = new AbortController();
  try {
    const asked = deps.fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: cut.signal,
      ...(request.body === null ? {} : { body: request.body }),
    });
    const response = await within(deps.clock, limits.headersTimeoutMs, signal, asked);
    const reading = readBody(response, limits.maxBodyBytes);
    const body = await within(deps.clock, limits.bodyTimeoutMs, signal, reading);
    if (body === null) return { kind: 'malformed', code: 'too-large' };
    return ok({ status: response.status, headers: Object.fromEntries(response.headers), body });
  } catch (error) {
    cut.abort(error);
    if (isOver(signal)) return { kind: 'aborted', left: true };
    return unreachable(error);
  }
}

function unreachable(error: unknown): Result<never> {
  if (error instanceof TimeUp) return { kind: 'unreachable', maybeApplied: true, code: 'timeout' };
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
