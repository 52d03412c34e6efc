import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Limiter } from '../../../../../electron/providers/transport/limiter.ts';
import { at } from '../../../../kit/event-builder.ts';
import { VirtualClock } from '../../../../kit/virtual-clock.ts';
import { bench, connectionError, json, never, silence } from './transport-bench.ts';

/** Tasks that enter in order; tells when each began, and the most that ran at once. */
async function crowd(
  limiter: Limiter,
  durations: readonly number[],
): Promise<{ readonly order: readonly number[]; readonly most: number }> {
  const clock = new VirtualClock(at('2026-03-23T12:00Z'));
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const tasks = durations.map(async (ms, n) => {
    const leave = await limiter.enter(never);
    order.push(n);
    running += 1;
    most = Math.max(most, running);
    await clock.sleep(ms);
    running -= 1;
    leave();
  });
  await clock.run(Promise.all(tasks));
  return { order, most };
}

describe('the limiter', () => {
  it('I14 runs as many at once as it may, never more, first come first served', async () => {
    const durations = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), durations, async (width, list) => {
        const { order, most } = await crowd(new Limiter(width), list);
        expect(most).toBe(Math.min(width, list.length));
        expect(order).toEqual(list.map((_ms, n) => n));
      }),
      { numRuns: 30 },
    );
  });

  it('gives a place back only once', async () => {
    const limiter = new Limiter(1);
    const leave = await limiter.enter(never);
    leave();
    leave();
    const { most } = await crowd(limiter, [5, 5, 5]);
    expect(most).toBe(1);
  });

  it('F19 takes a cancelled waiter out of the line', async () => {
    const limiter = new Limiter(1);
    const leave = await limiter.enter(never);
    const controller = new AbortController();
    const cancelled = limiter.enter(controller.signal);
    const next = limiter.enter(never);
    controller.abort(new Error('paused'));
    await expect(cancelled).rejects.toThrow('paused');
    leave();
    (await next)();
    expect((await crowd(limiter, [1, 1])).most).toBe(1);
  });

  it('F19 takes no place for what is cancelled already', async () => {
    const limiter = new Limiter(1);
    await expect(limiter.enter(AbortSignal.abort(new Error('paused')))).rejects.toThrow('paused');
    expect((await crowd(limiter, [1])).order).toEqual([0]);
  });

  it('keeps the place of one that is cancelled while it runs, until it leaves', async () => {
    const limiter = new Limiter(1);
    const controller = new AbortController();
    const first = limiter.enter(never);
    const second = limiter.enter(controller.signal);
    (await first)();
    const leave = await second;
    controller.abort();
    let entered = false;
    const third = limiter.enter(never).then((leaveThird) => {
      entered = true;
      return leaveThird;
    });
    await Promise.resolve();
    expect(entered).toBe(false);
    leave();
    (await third)();
  });

  it('halves its width when refused, and keeps one place for ever', () => {
    const limiter = new Limiter(8);
    const widths = [1, 2, 3, 4, 5].map(() => {
      limiter.refused();
      return limiter.width;
    });
    expect(widths).toEqual([4, 2, 1, 1, 1]);
  });

  it('I14 widens again by success, but never above where it began', () => {
    const limiter = new Limiter(4);
    limiter.refused();
    for (let n = 0; n < 19; n++) limiter.succeeded();
    expect(limiter.width).toBe(2);
    limiter.succeeded();
    expect(limiter.width).toBe(3);
    for (let n = 0; n < 1_000; n++) limiter.succeeded();
    expect(limiter.width).toBe(4);
  });

  it('I14 has at most four requests of an account on their way', async () => {
    let running = 0;
    let most = 0;
    const { clock, start } = bench(async () => {
      most = Math.max(most, (running += 1));
      await clock.sleep(100);
      running -= 1;
      return json();
    });
    await clock.run(Promise.all(Array.from({ length: 40 }, () => start())));
    expect(most).toBe(4);
    expect(clock.monotonic()).toBe(1_000);
  });

  it('frees the place of a request that failed, hung or was cancelled', async () => {
    const { clock, start } = bench(
      (n, arrival) => {
        if (n === 0) return connectionError('ECONNRESET');
        return n === 1 || n === 2 ? silence(arrival) : json();
      },
      { limits: { concurrency: 1, maxAttempts: 1 } },
    );
    const controller = new AbortController();
    void clock.sleep(30_010).then(() => controller.abort());
    const results = await clock.run(
      Promise.all([start(), start(), start({}, controller.signal), start()]),
    );
    expect(results.map(({ kind }) => kind)).toEqual([
      'unreachable',
      'unreachable',
      'aborted',
      'ok',
    ]);
    expect(clock.monotonic()).toBe(30_010);
  });
});
