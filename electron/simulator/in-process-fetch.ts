/**
 * The simulated clouds behind the `Fetch` port without any socket: fast, and under the test's own clock.
 * Fails as undici does, so that a client cannot tell it from a network.
 */
import type { Fetch } from '../ports/fetch.ts';
import {
  ConnectionDropped,
  type CloudRequest,
  type CloudResponse,
  type SimulatedCloud,
} from './cloud.ts';

/** Statuses to which the platform's `Response` allows no body. */
const bodiless = new Set([204, 205, 304]);

/** A `Fetch` that knows only the given origins (`https://graph.microsoft.com`); any other host does not exist. */
export function inProcessFetch(clouds: Readonly<Record<string, SimulatedCloud>>): Fetch {
  const byOrigin = new Map(
    Object.entries(clouds).map(([origin, cloud]) => [new URL(origin).origin, cloud]),
  );
  return async (url, init) => {
    const signal = init?.signal ?? null;
    signal?.throwIfAborted();
    const request = new Request(url, init);
    const cloud = byOrigin.get(new URL(url).origin);
    if (cloud === undefined) throw failed('ENOTFOUND', 'getaddrinfo ENOTFOUND');
    const answer = cloud.handle(await cloudRequest(request)).catch((error: unknown) => {
      throw error instanceof ConnectionDropped
        ? failed('UND_ERR_SOCKET', 'other side closed')
        : error;
    });
    return platformResponse(await (signal === null ? answer : unlessAborted(answer, signal)));
  };
}

async function cloudRequest(request: Request): Promise<CloudRequest> {
  const body = await request.text();
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: body === '' ? null : body,
  };
}

function platformResponse({ status, headers, body }: CloudResponse): Response {
  return new Response(bodiless.has(status) ? null : body, { status, headers });
}

function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function failed(code: string, message: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}
