import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../../electron/ports/outcome.ts';
import { exchange } from '../../../../../electron/providers/transport/exchange.ts';
import type { TransportResponse } from '../../../../../electron/providers/transport/types.ts';
import { at } from '../../../../kit/event-builder.ts';
import { VirtualClock } from '../../../../kit/virtual-clock.ts';
import { bench, json, never, root } from './transport-bench.ts';

const servers: Server[] = [];

/** A real server, and the platform's own fetch before it: what it does with redirects and gzip is the question. */
async function serve(answer: RequestListener): Promise<{
  readonly url: string;
  readonly seen: IncomingMessage[];
}> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/calendar/v3/events`, seen };
}

function ask(url: string): ReturnType<typeof exchange> {
  return exchange(
    { fetch, clock: new VirtualClock(at('2026-03-23T12:00Z')) },
    { kind: 'list', units: 1, method: 'GET', url, headers: {}, body: null, replayable: true },
    'good',
    { headersTimeoutMs: 30_000, bodyTimeoutMs: 60_000, maxBodyBytes: 1_000_000 },
    never,
  );
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('the bearer token', () => {
  it('goes to the account’s own API', async () => {
    const { url, seen } = await serve((_request, response) => response.end('{}'));
    expect((await ask(url)).kind).toBe('ok');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer good']);
  });

  it.each([301, 302, 303, 307, 308])(
    'A7 follows no redirect (%i) to another host',
    async (status) => {
      const elsewhere = await serve((_request, response) => response.end('{}'));
      const home = await serve((_request, response) =>
        response.writeHead(status, { location: elsewhere.url }).end(),
      );
      expect(await ask(home.url)).toMatchObject(ok<Partial<TransportResponse>>({ status }));
      expect(home.seen).toHaveLength(1);
      expect(elsewhere.seen).toHaveLength(0);
    },
  );

  it.each([301, 302, 303, 307, 308])(
    'F22 takes a redirect (%i) for a failed read, once',
    async (status) => {
      const { send, arrivals } = bench(() => json(status, { location: 'https://evil.example/' }));
      expect(await send()).toEqual({ kind: 'malformed', code: 'redirect' });
      expect(arrivals.map(({ redirect }) => redirect)).toEqual(['manual']);
    },
  );

  it.each([
    'https://evil.example/calendar/v3/events',
    'https://api.example.evil.example/calendar/v3/events',
    'https://api.example@evil.example/calendar/v3/events',
    'http://api.example/calendar/v3/events',
    'https://api.example:8443/calendar/v3/events',
    'https://api.example/calendar/v33/events',
    'https://api.example/calendar/v3/../../oauth',
    'https://api.example/calendar/v3/%2e%2e/%2e%2e/oauth',
    '//evil.example/calendar/v3/events',
    '/calendar/v3/events',
    '',
  ])('A7 is not sent to %j', async (url) => {
    const { send, arrivals } = bench(() => json());
    await expect(send({ url })).rejects.toThrow('A request would leave its API root');
    expect(arrivals).toHaveLength(0);
  });

  it('goes to anything below the API root', async () => {
    const { send, arrivals } = bench(() => json());
    const url = `${root}/calendars/a%2Fb/events?pageToken=x`;
    await send({ url });
    expect(arrivals.map((arrival) => [arrival.url, arrival.token])).toEqual([[url, 'Bearer good']]);
  });
});

describe('the real network', () => {
  it('survives a gzip bomb', async () => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await ask(url)).toEqual({ kind: 'malformed', code: 'too-large' });
  });

  it.each<[string, RequestListener]>([
    [
      'an answer that ends too early',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"items":[', () => response.socket?.destroy());
      },
    ],
    ['a connection that is cut', (request) => request.socket.destroy()],
    [
      'gzip that is none',
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end('{"items":[]}'),
    ],
  ])('F21 F22 turns %s into a value', async (_name, answer) => {
    const { url } = await serve(answer);
    expect(await ask(url)).toMatchObject({ kind: 'unreachable', maybeApplied: true });
  });

  it('F21 knows that a server that is not there has seen nothing', async () => {
    const { url } = await serve((_request, response) => response.end());
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await ask(url)).toEqual({
      kind: 'unreachable',
      maybeApplied: false,
      code: 'ECONNREFUSED',
    });
  });
});
