/** A simulated cloud on a real socket of this machine: for the demo and for checks with the providers' own clients. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  ConnectionDropped,
  type CloudRequest,
  type CloudResponse,
  type SimulatedCloud,
} from './cloud.ts';

export interface ServedCloud {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection, waiting ones too. */
  close(): Promise<void>;
}

export interface HostOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The world's clock, for the `Date` header where the cloud sets none. */
  readonly now: () => number;
  /** Told of a mistake in the cloud itself; the client gets a plain 500. */
  readonly onError: (error: unknown) => void;
}

/** Serves one cloud on 127.0.0.1, reachable from this machine only. Rejects if the port is taken. */
export async function serveCloud(
  cloud: SimulatedCloud,
  options: HostOptions,
): Promise<ServedCloud> {
  const server = createServer({ keepAlive: true }, (request, response) => {
    void answer(cloud, request, response, options);
  });
  const port = await listen(server, options.port ?? 0);
  return { url: `http://127.0.0.1:${port}`, port, close: () => close(server) };
}

async function answer(
  cloud: SimulatedCloud,
  request: IncomingMessage,
  response: ServerResponse,
  options: HostOptions,
): Promise<void> {
  try {
    send(response, await cloud.handle(await cloudRequest(request)), options.now());
  } catch (error) {
    if (error instanceof ConnectionDropped) {
      request.socket.destroy();
      return;
    }
    options.onError(error);
    if (!response.headersSent) send(response, broken, options.now());
  }
}

const broken: CloudResponse = {
  status: 500,
  headers: { 'content-type': 'text/plain' },
  body: 'The simulated cloud has failed.',
};

async function cloudRequest(request: IncomingMessage): Promise<CloudRequest> {
  const body = await text(request);
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return {
    method: request.method ?? 'GET',
    url: `http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`,
    headers: Object.fromEntries(headers),
    body: body === '' ? null : body,
  };
}

function send(response: ServerResponse, answer: CloudResponse, now: number): void {
  if (response.destroyed) return;
  response.sendDate = false;
  const date = { date: new Date(now).toUTCString() };
  response.writeHead(answer.status, { ...date, ...answer.headers }).end(answer.body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
