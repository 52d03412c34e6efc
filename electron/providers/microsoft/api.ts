import {
  Client,
  ResponseType,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import type { Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';
import type { Transport, TransportRequest, TransportResponse } from '../transport/types.ts';

export interface GraphCall {
  readonly kind: RequestKind;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Under the API root, query included, already encoded: `/me/calendars?$top=100`. */
  readonly path: string;
  readonly prefer?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly units?: number;
  readonly replayable: boolean;
}

/** Ids that survive a move; without it on every request, parts of a batch included, one event has two ids. */
export const IMMUTABLE_IDS = 'IdType="ImmutableId"';

/**
 * Microsoft's own client with a middleware chain of one link: our transport. The library's own chain would repeat
 * POSTs after a 503 that had succeeded, and follow redirects with a token.
 */
export class GraphApi {
  readonly #root: URL;
  readonly #transport: Transport;

  constructor(apiRoot: string, transport: Transport) {
    this.#root = new URL(apiRoot);
    this.#transport = transport;
  }

  async send(call: GraphCall, signal: AbortSignal): Promise<Result<TransportResponse>> {
    const link = new TransportLink(this.#transport, call, signal);
    const request = this.#client(link)
      .api(call.path)
      .headers({ ...call.headers, Prefer: [IMMUTABLE_IDS, ...(call.prefer ?? [])].join(', ') })
      .responseType(ResponseType.RAW);
    switch (call.method) {
      case 'GET':
        await request.get();
        break;
      case 'POST':
        await request.post(call.body);
        break;
      case 'PATCH':
        await request.patch(call.body);
        break;
      case 'DELETE':
        await request.delete();
        break;
    }
    return link.result;
  }

  /**
   * The path of a link that the server gave, under our own root. Never its host: a token must not follow a link to
   * somewhere else.
   */
  pathOf(link: string): string | null {
    if (!URL.canParse(link, this.#root.href)) return null;
    const { pathname, search } = new URL(link, this.#root.href);
    const version = /^\/(?:[^/]+\/)*?(v\d+\.\d+|beta)(?=\/)/i.exec(pathname);
    const root = this.#root.pathname.replace(/\/$/, '');
    if (root !== '' && pathname.startsWith(`${root}/`)) return pathname.slice(root.length) + search;
    return version === null ? pathname + search : pathname.slice(version[0].length) + search;
  }

  #client(middleware: Middleware): Client {
    const segments = this.#root.pathname.split('/').filter((part) => part !== '');
    const version = segments.at(-1) ?? 'v1.0';
    const prefix = segments.slice(0, -1).join('/');
    return Client.initWithMiddleware({
      middleware,
      baseUrl: prefix === '' ? `${this.#root.origin}/` : `${this.#root.origin}/${prefix}/`,
      defaultVersion: version,
    });
  }
}

class TransportLink implements Middleware {
  result: Result<TransportResponse> = { kind: 'malformed', code: 'not-sent' };
  readonly #transport: Transport;
  readonly #call: GraphCall;
  readonly #signal: AbortSignal;

  constructor(transport: Transport, call: GraphCall, signal: AbortSignal) {
    this.#transport = transport;
    this.#call = call;
    this.#signal = signal;
  }

  async execute(context: Context): Promise<void> {
    this.result = await this.#transport.send(this.#requestOf(context), this.#signal);
    // The library only has to be kept content: what we work with is `result`.
    context.response = new Response(null, { status: 204 });
  }

  #requestOf({ request, options }: Context): TransportRequest {
    const { kind, units = 1, method, replayable } = this.#call;
    const body = options?.body;
    return {
      kind,
      units,
      method,
      url: typeof request === 'string' ? request : request.url,
      headers: Object.fromEntries(new Headers(options?.headers as Record<string, string>)),
      body: typeof body === 'string' ? body : null,
      replayable,
    };
  }
}
