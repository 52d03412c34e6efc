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
    const cloud = byOrigin.get(new URL(url).origin);
    if (cloud === undefined) throw failed('ENOTFOUND', 'getaddrinfo ENOTFOUND');
    const answer = cloud.handle(await cloudRequest(url, init)).catch((error: unknown) => {
      throw error instanceof ConnectionDropped
        ? failed('UND_ERR_SOCKET', 'other side closed')
        : error;
    });
    return platformResponse(await (signal === null ? answer : unlessAborted(answer, signal)));
  };
}

/** The platform's `Request` is asked only about what it alone can read: making one costs as much as the cloud's answer. */
async function cloudRequest(
  url: Parameters<Fetch>[0],
  init: Parameters<Fetch>[1],
): Promise<CloudRequest> {
  const { method = 'GET', headers, body = null } = init ?? {};
  if (typeof url === 'string' && (body === null || typeof body === 'string')) {
    const given = Object.fromEntries(new Headers(headers));
    return { method, url: new URL(url).href, headers: given, body: body === '' ? null : body };
  }
  return readRequest(new Request(url, init));
}

async function readRequest(request: Request): Promise<CloudRequest> {
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
