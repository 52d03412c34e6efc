import { describe, expect, it } from 'vitest';
import type { TransportRequest } from '../../../../../electron/providers/transport/types.ts';
import { bench, connectionError, create, json, silence, type Server } from './transport-bench.ts';

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
const thenFine =
  (first: Server): Server =>
  (n, arrival) =>
    n === 0 ? first(n, arrival) : json();

describe('retries', () => {
  it.each<[string, Server]>([
    ['500', () => json(500)],
    ['502', () => json(502)],
    ['503', () => json(503)],
    ['504', () => json(504)],
    ['408', () => json(408)],
    ['429', () => json(429)],
    ['503 with Retry-After', () => json(503, { 'retry-after': '1' })],
    ['a reset connection', () => connectionError('ECONNRESET')],
    ['a refused connection', () => connectionError('ECONNREFUSED')],
    ['no DNS answer', () => connectionError('ENOTFOUND')],
    ['no answer at all', (_n, arrival) => silence(arrival)],
  ])('F3 gets over %s', async (_name, first) => {
    const { send, arrivals } = bench(thenFine(first));
    expect((await send()).kind).toBe('ok');
    expect(arrivals).toHaveLength(2);
  });

  it.each([200, 204, 400, 401, 403, 404, 409, 410, 412, 418])(
    'does not ask again after %i',
    async (status) => {
      const { send, arrivals } = bench(() =>
        status === 204 ? new Response(null, { status }) : json(status),
      );
      await send();
      // The one further look after 401 is with another token, which this account has not got.
      expect(arrivals).toHaveLength(1);
    },
  );

  it.each(methods)(
    'F4 repeats a %s after a lost answer only if the caller says so',
    async (method) => {
      const count = async (replayable: boolean): Promise<number> => {
        const { send, arrivals } = bench(() => connectionError('ECONNRESET'));
        await send({ method, replayable });
        return arrivals.length;
      };
      expect(await count(true)).toBe(5);
      expect(await count(false)).toBe(1);
    },
  );

  it.each<[string, Server]>([
    ['a timeout', (_n, arrival) => silence(arrival)],
    ['a reset', () => connectionError('ECONNRESET')],
    ['an error without a name', () => Promise.reject(new TypeError('fetch failed'))],
    ['500', () => json(500)],
    ['503', () => json(503)],
  ])('F4 says that a create may have been applied after %s', async (_name, server) => {
    const { send, arrivals } = bench(server);
    expect(await send(create)).toMatchObject({ kind: 'unreachable', maybeApplied: true });
    expect(arrivals).toHaveLength(1);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'sends a create again after %s, since the server never saw it',
    async (code) => {
      const { send, arrivals } = bench(thenFine(() => connectionError(code)));
      expect((await send(create)).kind).toBe('ok');
      expect(arrivals).toHaveLength(2);
    },
  );

  it('sends a create again that was refused for going too fast', async () => {
    const { send, arrivals } = bench(thenFine(() => json(429, { 'retry-after': '3' })));
    expect((await send(create)).kind).toBe('ok');
    expect(arrivals).toHaveLength(2);
  });

  it.each<[string, Server]>([
    ['refused connections', () => connectionError('ECONNREFUSED')],
    ['a refusal for speed', () => json(429, { 'retry-after': '3600' })],
  ])('F4 remembers through %s that the first try may have been applied', async (_name, later) => {
    const keyed: Partial<TransportRequest> = { ...create, replayable: true };
    const { send } = bench((n, arrival) =>
      n === 0 ? connectionError('ECONNRESET') : later(n, arrival),
    );
    expect(await send(keyed)).toMatchObject({ kind: 'unreachable', maybeApplied: true });
  });

  it('F4 remembers a lost answer when the breaker opens before the next try', async () => {
    const { clock, start } = bench(() => connectionError('ECONNRESET'));
    const keyed: Partial<TransportRequest> = { ...create, replayable: true };
    const results = await clock.run(Promise.all(Array.from({ length: 4 }, () => start(keyed))));
    for (const result of results)
      expect(result).toMatchObject({ kind: 'unreachable', maybeApplied: true });
  });

  it('tells a read that it is throttled, whatever happened before', async () => {
    const { send } = bench((n) => (n === 0 ? json(500) : json(429, { 'retry-after': '3600' })));
    expect(await send()).toEqual({ kind: 'throttled', retryAfterMs: 3_600_000 });
  });

  it('stops after the last attempt it may make', async () => {
    const { send, arrivals } = bench(() => json(429), { limits: { maxAttempts: 3 } });
    expect((await send()).kind).toBe('throttled');
    expect(arrivals).toHaveLength(3);
  });
});
