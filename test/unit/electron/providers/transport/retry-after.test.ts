import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../../electron/providers/transport/retry-after.ts';
import { DAY, HOUR } from '../../../../../shared/time/instant.ts';
import { at } from '../../../../kit/event-builder.ts';
import { bench, json } from './transport-bench.ts';

const now = at('2026-03-23T12:00:00Z');

describe('Retry-After', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0.25', 250],
    ['86400', DAY],
    ['86401', DAY],
    ['99999999999', DAY],
    ['Mon, 23 Mar 2026 12:00:30 GMT', 30_000],
    ['Monday, 23-Mar-26 12:00:30 GMT', 30_000],
    ['Mon Mar 23 12:00:30 2026', 30_000],
    ['Mon, 23 Mar 2026 11:00:00 GMT', 0],
    ['Mon, 23 Mar 2076 12:00:00 GMT', DAY],
  ])('F1 understands %j', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([
    undefined,
    '',
    'soon',
    '-5',
    '+5',
    'soon 5',
    '1e3',
    '120s',
    '120, 120',
    'NaN',
    '23 March',
    '2026-03-23',
    'Mon, 99 Foo 2026 12:00:00 GMT',
  ])('F1 does not guess at %j', (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  });

  it('F1 never stops an account for more than a day, or for less than nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (header) => {
        const ms = retryAfterMs(header, now);
        expect(ms === null || (ms >= 0 && ms <= DAY)).toBe(true);
      }),
    );
  });

  it.each<[string, string, number]>([
    ['seconds', '7', 7_000],
    ['an HTTP date', 'Mon, 23 Mar 2026 12:00:30 GMT', 30_000],
  ])('F1 waits as long as the server asks in %s', async (_form, header, ms) => {
    const { send, times } = bench((n) => (n === 0 ? json(429, { 'retry-after': header }) : json()));
    expect((await send()).kind).toBe('ok');
    expect(times()).toEqual([0, ms]);
  });

  it.each([-10, 10])(
    'F12 waits as long as the server asks with a clock that is %i minutes off',
    async (minutes) => {
      const { clock, send, times } = bench((n) =>
        n === 0
          ? json(429, {
              date: 'Mon, 23 Mar 2026 12:00:00 GMT',
              'retry-after': 'Mon, 23 Mar 2026 12:00:30 GMT',
            })
          : json(),
      );
      clock.jump(minutes * 60_000);
      expect((await send()).kind).toBe('ok');
      expect(times()).toEqual([0, 30_000]);
    },
  );

  it('F1 spreads its retries where the server asks for no time at all', async () => {
    const { send, times } = bench(() => json(429, { 'retry-after': '0' }));
    await send();
    expect(times()).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it('F1 tells the caller instead of sitting out an hour', async () => {
    const { clock, send, times } = bench(() => json(429, { 'retry-after': '3600' }));
    expect(await send()).toEqual({ kind: 'throttled', retryAfterMs: HOUR });
    expect(clock.monotonic()).toBe(0);
    clock.advance(HOUR / 2);
    expect(await send()).toEqual({ kind: 'throttled', retryAfterMs: HOUR / 2 });
    expect(times()).toEqual([0]);
  });

  it('F1 lets nothing out during the pause, not even what was waiting in line', async () => {
    const { clock, start, times } = bench((n) =>
      n === 0 ? json(429, { 'retry-after': '20' }) : json(),
    );
    const results = await clock.run(Promise.all(Array.from({ length: 30 }, () => start())));
    expect(results.every(({ kind }) => kind === 'ok')).toBe(true);
    // Four were on their way when the first was refused.
    expect(times().filter((time) => time < 20_000)).toEqual([0, 0, 0, 0]);
  });

  it('F1 holds back what waits for the rate when the pause begins', async () => {
    const { clock, start, times } = bench(
      async (n) => {
        if (n > 0) return json();
        await clock.sleep(500);
        return json(429, { 'retry-after': '20' });
      },
      { limits: { rate: { units: 1, windowMs: 1_000, burst: 1 } } },
    );
    await clock.run(Promise.all([start(), start()]));
    expect(times()[1]).toBeGreaterThanOrEqual(20_500);
  });
});
