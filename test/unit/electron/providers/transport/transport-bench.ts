import type { AccountId } from '../../../../../shared/model/ids.ts';
import type { Failure, Result } from '../../../../../electron/ports/outcome.ts';
import type { Random } from '../../../../../electron/ports/random.ts';
import type { RequestLedger } from '../../../../../electron/ports/request-ledger.ts';
import type { TokenSource } from '../../../../../electron/ports/token-source.ts';
import { classifyResponse } from '../../../../../electron/providers/google/classify-response.ts';
import { createRequestLedger } from '../../../../../electron/providers/transport/request-ledger.ts';
import {
  createTransport,
  type TransportLimits,
} from '../../../../../electron/providers/transport/transport.ts';
import type {
  TransportRequest,
  TransportResponse,
} from '../../../../../electron/providers/transport/types.ts';
import { at } from '../../../../kit/event-builder.ts';
import { VirtualClock } from '../../../../kit/virtual-clock.ts';

export const never = new AbortController().signal;
export const root = 'https://api.example/calendar/v3';

/** A request as the server sees it arrive. */
export interface Arrival {
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly token: string | null;
  readonly redirect: string | undefined;
  readonly signal: AbortSignal;
}

/** What the server does with the n-th request, counted from 0. */
export type Server = (n: number, arrival: Arrival) => Response | Promise<Response>;

export interface BenchOptions {
  readonly limits?: Partial<TransportLimits>;
  readonly random?: () => number;
  readonly tokens?: TokenSource;
  readonly account?: string;
  readonly clock?: VirtualClock;
  readonly ledger?: RequestLedger;
}

export interface Bench {
  readonly clock: VirtualClock;
  readonly arrivals: Arrival[];
  readonly ledger: RequestLedger;
  readonly account: AccountId;
  readonly skewMs: () => number | null;
  /** Begins a request and leaves it to the caller to let time pass. */
  readonly start: (
    patch?: Partial<TransportRequest>,
    signal?: AbortSignal,
  ) => Promise<Result<TransportResponse>>;
  /** Sends a request, with as much time passing as it takes. */
  readonly send: Bench['start'];
  /** When requests arrived, in ms since the clock began. */
  readonly times: () => readonly number[];
}

const usual: TransportLimits = {
  headersTimeoutMs: 30_000,
  bodyTimeoutMs: 60_000,
  maxBodyBytes: 1_000_000,
  concurrency: 4,
  rate: { units: 1_000_000, windowMs: 1_000, burst: 1_000_000 },
  maxAttempts: 5,
  maxWaitMs: 60_000,
  backoff: { baseMs: 500, capMs: 30_000 },
};

/** One account's transport before a made-up server, on a clock of its own. */
export function bench(server: Server, options: BenchOptions = {}): Bench {
  const clock = options.clock ?? new VirtualClock(at('2026-03-23T12:00Z'));
  const ledger =
    options.ledger ?? createRequestLedger(clock, () => ({ units: 600, windowMs: 60_000 }));
  const account = (options.account ?? 'google-1') as AccountId;
  const arrivals: Arrival[] = [];
  const transport = createTransport({
    account,
    clock,
    ledger,
    random: randomOf(options.random ?? (() => 0.5)),
    tokens: options.tokens ?? tokensOf('good'),
    classify: classifyResponse,
    apiRoot: root,
    limits: { ...usual, ...options.limits },
    fetch: async (url, init) => {
      const arrival: Arrival = {
        at: clock.monotonic(),
        url,
        method: init?.method ?? 'GET',
        token: new Headers(init?.headers).get('authorization'),
        redirect: init?.redirect,
        signal: init?.signal ?? never,
      };
      arrival.signal.throwIfAborted();
      arrivals.push(arrival);
      return server(arrivals.length - 1, arrival);
    },
  });
  const start: Bench['start'] = (patch = {}, signal = never) =>
    transport.send({ ...get, ...patch }, signal);
  return {
    clock,
    arrivals,
    ledger,
    account,
    skewMs: () => transport.clockSkewMs(),
    start,
    send: (patch, signal) => clock.run(start(patch, signal)),
    times: () => arrivals.map((arrival) => arrival.at),
  };
}

const get: TransportRequest = {
  kind: 'list',
  units: 1,
  method: 'GET',
  url: `${root}/calendars/home/events`,
  headers: {},
  body: null,
  replayable: true,
};

/** A create without an idempotency key. */
export const create: Partial<TransportRequest> = {
  kind: 'create',
  method: 'POST',
  body: '{}',
  replayable: false,
};

/** Hands out the first token, and the next one whenever the last is said to be refused. */
export function tokensOf(...queue: readonly string[]): TokenSource & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  let place = 0;
  return {
    asked,
    token: (_signal, refused) => {
      asked.push(refused ?? null);
      if (refused !== undefined) place += 1;
      const token = queue[place];
      const none: Failure = { kind: 'needsSignIn', code: 'invalid_grant' };
      return Promise.resolve(token === undefined ? none : { kind: 'token', token });
    },
  };
}
export type Asked = { readonly rejected: string; readonly claims: string | null } | null;

export function randomOf(next: () => number): Random {
  return { next, bytes: (length) => new Uint8Array(length) };
}

export function json(status = 200, headers: Record<string, string> = {}, body = '{}'): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Fails as the platform's fetch does: a plain TypeError with the system's error as its cause. */
export function connectionError(code: string): Promise<never> {
  const cause = Object.assign(new Error(`${code} secret.example`), { code });
  return Promise.reject(new TypeError('fetch failed', { cause }));
}

/** A server that takes the request and never answers; it notices when the client hangs up. */
export function silence({ signal }: Arrival): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('hung up'));
    });
  });
}
