import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../../electron/ports/clock.ts';
import { bench, create, json, silence, type Arrival, type Server } from './transport-bench.ts';

const once = { limits: { maxAttempts: 1 } };
const timeout = { kind: 'unreachable', maybeApplied: true, code: 'timeout' };

/** A body that comes one byte at a time, and breaks when the client hangs up. */
function trickle(clock: Clock, { signal }: Arrival, bytes: number, everyMs: number): Response {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent++ === bytes) {
        controller.close();
        return;
      }
      await clock.sleep(everyMs, signal);
      controller.enqueue(new Uint8Array([0x20]));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

describe('time limits', () => {
  it('F21 hangs up on a server that never answers', async () => {
    const { clock, send, arrivals } = bench((_n, arrival) => silence(arrival), once);
    expect(await send()).toEqual(timeout);
    expect(clock.monotonic()).toBe(30_000);
    expect(arrivals[0]?.signal.aborted).toBe(true);
  });

  it('F21 waits no longer for a network that does not notice a hang-up', async () => {
    const { clock, send, arrivals } = bench(() => new Promise<never>(() => undefined), once);
    expect(await send()).toEqual(timeout);
    expect(clock.monotonic()).toBe(30_000);
    expect(arrivals[0]?.signal.aborted).toBe(true);
  });

  it('F19 ends a cancelled cycle on a network that does not notice a hang-up', async () => {
    const { clock, start } = bench(() => new Promise<never>(() => undefined));
    const controller = new AbortController();
    void clock.sleep(50).then(() => controller.abort());
    expect(await clock.run(start({}, controller.signal))).toEqual({ kind: 'aborted' });
    expect(clock.monotonic()).toBe(50);
  });

  it('F21 hangs up on a body of one byte a second', async () => {
    const { clock, send, arrivals } = bench(
      (_n, arrival) => trickle(clock, arrival, 100_000, 1_000),
      once,
    );
    expect(await send()).toEqual(timeout);
    expect(clock.monotonic()).toBe(60_000);
    expect(arrivals[0]?.signal.aborted).toBe(true);
  });

  it('F21 is patient with a slow server that keeps within each limit', async () => {
    const { clock, send, arrivals } = bench(async (_n, arrival) => {
      await clock.sleep(29_000);
      return trickle(clock, arrival, 58, 1_000);
    }, once);
    expect(await send()).toMatchObject({ kind: 'ok', value: { body: ' '.repeat(58) } });
    expect(clock.monotonic()).toBe(87_000);
    expect(arrivals[0]?.signal.aborted).toBe(false);
  });

  it('F21 tries a read again after each timeout', async () => {
    const { clock, send } = bench((n, arrival) => (n < 2 ? silence(arrival) : json()), {
      random: () => 0,
    });
    expect((await send()).kind).toBe('ok');
    expect(clock.monotonic()).toBe(60_000);
  });

  it.each<[string, Server]>([
    ['before the answer', (_n, arrival) => silence(arrival)],
    [
      'in the middle of the body',
      (_n, { signal }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"id":'));
              signal.addEventListener('abort', () => controller.error(new Error('hung up')));
            },
          }),
        ),
    ],
  ])('F4 leaves a create that timed out %s to the caller', async (_name, server) => {
    const { send, arrivals } = bench(server);
    expect(await send(create)).toEqual(timeout);
    expect(arrivals).toHaveLength(1);
  });

  it('F19 hangs up at once when the cycle is cancelled', async () => {
    const { clock, start, arrivals } = bench((_n, arrival) => silence(arrival));
    const controller = new AbortController();
    void clock.sleep(50).then(() => controller.abort());
    expect(await clock.run(start({}, controller.signal))).toEqual({ kind: 'aborted' });
    expect(clock.monotonic()).toBe(50);
    expect(arrivals[0]?.signal.aborted).toBe(true);
  });

  it('F19 says of a write that had left when the cycle was cancelled that it may have been done', async () => {
    const { clock, start } = bench((_n, arrival) => silence(arrival));
    const controller = new AbortController();
    void clock.sleep(50).then(() => controller.abort());
    expect(await clock.run(start(create, controller.signal))).toEqual({
      kind: 'unreachable',
      maybeApplied: true,
      code: 'aborted',
    });
  });

  it('F19 remembers a lost answer when the cycle is cancelled before the repetition', async () => {
    const { clock, start } = bench(() => json(503));
    const controller = new AbortController();
    const work = start({ ...create, replayable: true }, controller.signal);
    void clock.sleep(1).then(() => controller.abort());
    expect(await clock.run(work)).toMatchObject({ kind: 'unreachable', maybeApplied: true });
  });

  it('F19 sends nothing for a cycle that is cancelled already', async () => {
    const { send, arrivals } = bench(() => json());
    expect(await send({}, AbortSignal.abort())).toEqual({ kind: 'aborted' });
    expect(arrivals).toHaveLength(0);
  });

  it('leaves no timer behind', async () => {
    const { clock, send, arrivals } = bench(() => json());
    await send();
    await clock.run(clock.sleep(120_000));
    expect(arrivals[0]?.signal.aborted).toBe(false);
  });
});
