import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../../../electron/providers/transport/backoff.ts';
import { bench, json } from './transport-bench.ts';

const bounds = { baseMs: 500, capMs: 30_000 };
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempt = fc.integer({ min: 0, max: 2_000 });

describe('backoff', () => {
  it('F1 stays between nothing and the bound, however many attempts', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => {
        const ms = backoffMs(n, random, bounds);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** n));
      }),
    );
  });

  it('F1 never gets shorter with the same chance', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => {
        expect(backoffMs(n + 1, random, bounds)).toBeGreaterThanOrEqual(
          backoffMs(n, random, bounds),
        );
      }),
    );
  });

  it('F1 uses the whole span, so that clients do not come back together', () => {
    expect([0, 0.25, 0.5, 0.999].map((random) => backoffMs(3, random, bounds))).toEqual([
      0, 1_000, 2_000, 3_996,
    ]);
  });

  it('F1 waits twice as long each time, by the injected chance only', async () => {
    const waits = async (random: number): Promise<readonly number[]> => {
      const { send, times } = bench(() => json(503), { random: () => random });
      await send();
      return times().slice(1);
    };
    expect(await waits(0.5)).toEqual([250, 750, 1_750, 3_750]);
    expect(await waits(0.25)).toEqual([125, 375, 875, 1_875]);
    expect(await waits(0)).toEqual([0, 0, 0, 0]);
  });

  it('F1 gives up a wait at once when the cycle is cancelled', async () => {
    const controller = new AbortController();
    const { clock, start, arrivals } = bench(() => json(503), { random: () => 0.9 });
    const work = start({}, controller.signal);
    void clock.sleep(100).then(() => controller.abort());
    expect(await clock.run(work)).toEqual({ kind: 'aborted' });
    expect(clock.monotonic()).toBe(100);
    expect(arrivals).toHaveLength(1);
  });
});
