import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';
import type { Transport, TransportRequest, TransportResponse } from '../transport/types.ts';

/** What the library needs to send a request through us; a subset of its per-call options. */
interface CallOptions {
  readonly fetchImplementation: (
    url: string | URL | Request,
    init?: RequestInit,
  ) => Promise<Response>;
  readonly headers?: Record<string, string>;
}

/** One call of Google's client, such as `({ events }, options) => events.get({ … }, options)`. */
export type Call = (api: calendar_v3.Calendar, options: CallOptions) => PromiseLike<unknown>;

export interface CallMeta {
  readonly kind: RequestKind;
  /** Sent as `If-Match`; null or absent leaves the request unconditional. */
  readonly ifMatch?: string | null;
}

/**
 * Google's own client, with our transport as its network. The library words requests; it neither retries, nor signs
 * in, nor decides what a status means. It is imported by the part we need: its root would cost 840 ms at each start.
 */
export class GoogleApi {
  readonly #api: calendar_v3.Calendar;
  readonly #transport: Transport;
  readonly #root: string;

  constructor(apiRoot: string, transport: Transport) {
    // Google's own pages name the root with the API's path, which the library adds.
    this.#root = apiRoot.replace(/(\/calendar\/v3)?\/*$/, '');
    this.#api = calendar({
      version: 'v3',
      rootUrl: `${this.#root}/`,
      retry: false,
      // Said here, since the library would otherwise ask the environment.
      universeDomain: 'googleapis.com',
    });
    this.#transport = transport;
  }

  /**
   * Sends one request and hands back the answer as it came, whatever its status. All requests may be sent again by
   * the transport: creates carry their own id, changes and deletions a precondition or nothing that adds up.
   */
  async send(meta: CallMeta, call: Call, signal: AbortSignal): Promise<Result<TransportResponse>> {
    const exchange: { sent: Promise<Result<TransportResponse>> | null } = { sent: null };
    const through: CallOptions['fetchImplementation'] = async (url, init = {}) => {
      exchange.sent = this.#forward(meta, url, init, signal);
      await exchange.sent.catch(() => undefined);
      // The library only has to be kept content: what we work with is what was sent.
      return new Response('{}', { headers: { 'content-type': 'application/json' } });
    };
    const { ifMatch } = meta;
    const conditional =
      ifMatch === undefined || ifMatch === null ? {} : { headers: { 'If-Match': ifMatch } };
    try {
      await call(this.#api, { fetchImplementation: through, ...conditional });
    } catch {
      // The library's errors quote the whole request, and with it what people wrote: they end here.
      throw new Error('The Google client could not word a request');
    }
    if (exchange.sent === null) throw new Error('The Google client sent nothing');
    return exchange.sent;
  }

  async #forward(
    { kind }: CallMeta,
    url: string | URL | Request,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    const { pathname, search } = new URL(url instanceof Request ? url.url : url);
    return this.#transport.send(
      {
        kind,
        units: 1,
        method: methodOf(init.method),
        // The library keeps only the origin of its root URL: a root with a path of its own is put back here.
        url: `${this.#root}${pathname}${search}`,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof init.body === 'string' ? init.body : null,
        replayable: true,
      },
      signal,
    );
  }
}

function methodOf(method = 'GET'): TransportRequest['method'] {
  switch (method) {
    case 'GET':
    case 'POST':
    case 'PATCH':
    case 'PUT':
    case 'DELETE':
      return method;
    default:
      throw new Error('The Google client used an unknown method');
  }
}
