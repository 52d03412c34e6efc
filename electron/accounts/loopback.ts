/**
 * Waits on this machine for the one answer that a provider sends through the browser (RFC 8252 §7.3, §8.3). Bound to
 * 127.0.0.1 for the time of one sign-in; gone after the first valid answer, the time limit or a cancellation.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../ports/clock.ts';
import { judgeHit } from './loopback-hit.ts';
import { answeredPage, pageHeaders, refusedPage } from './loopback-page.ts';

export const SIGN_IN_LIMIT_MS = 300_000;
/** Who takes longer to say one line is no browser. */
const HEADERS_LIMIT_MS = 5_000;
const MOST_CONNECTIONS = 256;

export interface LoopbackOptions {
  readonly clock: Clock;
  /** How the provider calls us: Google the address (§7.3), Entra the name it has registered. */
  readonly host: '127.0.0.1' | 'localhost';
  /** Begins with a slash. */
  readonly path: string;
  readonly state: string;
  /** Aborted when the person gives up. */
  readonly signal: AbortSignal;
}

export type LoopbackAnswer =
  | { readonly kind: 'answer'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'aborted' };

export interface Loopback {
  readonly redirectUri: string;
  readonly answer: Promise<LoopbackAnswer>;
  /** Resolves when the port is free again. May be called more than once. */
  close(): Promise<void>;
}

/** Opens the listener. Rejects only where this machine gives no port. */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const ended = new AbortController();
  const answered = Promise.withResolvers<LoopbackAnswer>();
  const server = createServer({
    headersTimeout: HEADERS_LIMIT_MS,
    requestTimeout: HEADERS_LIMIT_MS,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 1,
  });
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server);
  const redirectUri = `http://${options.host}:${port}${options.path}`;
  const closed = Promise.withResolvers<undefined>();
  server.once('close', () => closed.resolve(undefined));
  const end = (answer: LoopbackAnswer): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    answered.resolve(answer);
    server.close();
    if (answer.kind === 'answer') return;
    server.closeAllConnections();
  };
  server.on('request', (request, response) => {
    const judged = judgeHit(hitOf(request), { redirectUri, state: options.state });
    if (ended.signal.aborted || judged.kind === 'refused') {
      reply(response, judged.kind === 'refused' ? judged.status : 410, refusedPage);
      return;
    }
    reply(response, 200, answeredPage, () => server.closeAllConnections());
    end(judged);
  });
  watch(options, ended.signal, end);
  return {
    redirectUri,
    answer: answered.promise,
    close: async () => {
      end({ kind: 'aborted' });
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

/** Ends the wait by the clock or by the person's will. */
function watch(
  { clock, signal }: LoopbackOptions,
  ended: AbortSignal,
  end: (answer: LoopbackAnswer) => void,
): void {
  const abort = (): void => end({ kind: 'aborted' });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true, signal: ended });
  clock.sleep(SIGN_IN_LIMIT_MS, ended).then(
    () => end({ kind: 'timedOut' }),
    () => undefined,
  );
}

function hitOf(request: IncomingMessage): Parameters<typeof judgeHit>[0] {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    host: request.headers.host ?? '',
  };
}

function reply(response: ServerResponse, status: number, page: string, sent?: () => void): void {
  response.once('close', () => sent?.());
  response.writeHead(status, pageHeaders).end(page);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The loopback listener has no port'));
    });
  });
}
