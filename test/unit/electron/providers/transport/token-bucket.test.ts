import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../../../electron/providers/transport/token-bucket.ts';
import { bench, json } from './transport-bench.ts';

const rates = fc.record({
  units: fc.integer({ min: 1, max: 5_000 }),
  windowMs: fc.integer({ min: 1_000, max: 600_000 }),
  burst: fc.integer({ min: 20, max: 5_000 }),
});
const takes = fc.array(
  fc.record({
    pauseMs: fc.integer({ min: 0, max: 20_000 }),
    units: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 60 },
);

describe('the token bucket', () => {
  it('I14 never gives more than rate × time + burst in any window', () => {
    fc.assert(
      fc.property(rates, takes, (rate, steps) => {
        const bucket = new TokenBucket(rate);
        let now = 0;
        const used = steps.map(({ pauseMs, units }) => {
          now += pauseMs;
          return { at: now + bucket.take(units, now), units };
        });
        used.forEach((first, from) => {
          let sum = 0;
          for (const { at, units } of used.slice(from)) {
            sum += units;
            const allowed = ((at - first.at) * rate.units) / rate.windowMs + rate.burst;
            // Waits are whole ms, so that the first of a window may come up to 1 ms late.
            expect(sum).toBeLessThanOrEqual(allowed + rate.units / rate.windowMs + 1e-6);
          }
        });
      }),
    );
  });

  it('lets nobody wait while there are units', () => {
    const bucket = new TokenBucket({ units: 60, windowMs: 60_000, burst: 5 });
    expect([0, 0, 0, 0, 0, 0].map((now) => bucket.take(1, now))).toEqual([0, 0, 0, 0, 0, 1_000]);
  });

  it('refills with time, up to the burst', () => {
    const bucket = new TokenBucket({ units: 60, windowMs: 60_000, burst: 5 });
    bucket.take(5, 0);
    expect(bucket.take(3, 3_000)).toBe(0);
    expect([1, 1, 1, 1, 1, 1].map((units) => bucket.take(units, 9_000_000))).toEqual([
      0, 0, 0, 0, 0, 1_000,
    ]);
  });

  it('lets a request through that is larger than the burst, after its time', () => {
    const bucket = new TokenBucket({ units: 60, windowMs: 60_000, burst: 5 });
    expect(bucket.take(20, 0)).toBe(15_000);
  });

  it('survives a monotonic clock that stands still', () => {
    const bucket = new TokenBucket({ units: 60, windowMs: 60_000, burst: 1 });
    bucket.take(1, 1_000);
    expect(bucket.take(1, 500)).toBe(1_000);
  });

  it('I14 paces an account by units, so that a batch of 20 counts as 20', async () => {
    const rate = { units: 20, windowMs: 10_000, burst: 20 };
    const { send, times } = bench(() => json(), { limits: { rate } });
    for (let n = 0; n < 4; n++) await send({ kind: 'batch', units: 20 });
    expect(times()).toEqual([0, 10_000, 20_000, 30_000]);
  });

  it('I14 paces retries as well', async () => {
    const rate = { units: 1, windowMs: 10_000, burst: 1 };
    const { send, times } = bench(() => json(503), { limits: { rate }, random: () => 0 });
    await send();
    expect(times()).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  });

  it('does not slow the other account down', async () => {
    const limits = { rate: { units: 1, windowMs: 60_000, burst: 1 } };
    const busy = bench(() => json(), { limits, account: 'google-1' });
    const { clock } = busy;
    const idle = bench(() => json(), { limits, account: 'google-2', clock });
    await clock.run(Promise.all([busy.start(), busy.start(), idle.start()]));
    expect(busy.times()).toEqual([0, 60_000]);
    expect(idle.times()).toEqual([0]);
  });
});
