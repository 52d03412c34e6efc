import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { Failure, Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { Transport, TransportRequest, TransportResponse } from '../transport/types.ts';

/** What the library needs to send a request through us; a subset of its per-call options. */
interface CallOptions {
  readonly fetchImplementation: (
    url: string | URL | Request,
    init?: RequestInit,
  ) => Promise<Response>;
  readonly headers?: Record<string, string>;
}

type Call = (api: calendar_v3.Calendar, options: CallOptions) => PromiseLike<unknown>;

/**
 * Google's own client, with our transport as its network. The library words requests; it neither retries, nor signs
 * in, nor decides what a status means. It is imported by the part we need: its root would cost 840 ms at each start.
 */
export class GoogleApi {
  readonly #api: calendar_v3.Calendar;
  readonly #transport: Transport;

  constructor(apiRoot: string, transport: Transport) {
    this.#api = calendar({
      version: 'v3',
      rootUrl: apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`,
      retry: false,
      validateStatus: () => true,
    });
    this.#transport = transport;
  }

  /** Sends one request and hands back the answer as it came, whatever its status. */
  async send(
    meta: {
      readonly kind: RequestKind;
      readonly replayable: boolean;
      readonly ifMatch?: string | null;
    },
    call: Call,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    let result: Result<TransportResponse> = { kind: 'malformed', code: 'not-sent' };
    const through: CallOptions['fetchImplementation'] = async (url, init = {}) => {
      result = await this.#transport.send(requestOf(meta, url, init), signal);
      // The library only has to be kept content: what we work with is `result`.
      return new Response('{}', { status: 200, headers: { 'content-type': 'application/json' } });
    };
    const conditional =
      meta.ifMatch === undefined || meta.ifMatch === null
        ? {}
        : { headers: { 'If-Match': meta.ifMatch } };
    await call(this.#api, { fetchImplementation: through, ...conditional });
    return result;
  }

  /** As `send`, for requests of which only a 2xx with JSON is an answer. */
  async json(
    meta: { readonly kind: RequestKind; readonly replayable: boolean },
    call: Call,
    signal: AbortSignal,
    otherwise: (response: TransportResponse) => Failure,
  ): Promise<Result<unknown>> {
    const answer = await this.send(meta, call, signal);
    if (answer.kind !== 'ok') return answer;
    return answer.value.status < 300 ? parseJson(answer.value) : otherwise(answer.value);
  }
}

function requestOf(
  { kind, replayable }: { readonly kind: RequestKind; readonly replayable: boolean },
  url: string | URL | Request,
  init: RequestInit,
): TransportRequest {
  return {
    kind,
    units: 1,
    method: methodOf(init.method),
    url: url instanceof Request ? url.url : String(url),
    headers: Object.fromEntries(new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : null,
    replayable,
  };
}

function methodOf(method = 'GET'): TransportRequest['method'] {
  if (
    method === 'GET' ||
    method === 'POST' ||
    method === 'PATCH' ||
    method === 'PUT' ||
    method === 'DELETE'
  )
    return method;
  throw new Error(`The library used the method ${method}`);
}
