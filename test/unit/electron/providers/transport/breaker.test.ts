import { describe, expect, it } from 'vitest';
import type { TokenSource } from '../../../../../electron/ports/token-source.ts';
import { bench, connectionError, json, silence, type Server } from './transport-bench.ts';

const once = { maxAttempts: 1 };
const open = { kind: 'unreachable', maybeApplied: false, code: 'breaker-open' };
/** The longest pause there is, and the shortest. */
const longest = { limits: once, random: () => 0.999_999 };

async function fail(send: () => Promise<unknown>, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await send();
}

/** Down for the first five requests, then as told. */
const downAtFirst =
  (later: Server): Server =>
  (n, arrival) =>
    n < 5 ? json(503) : later(n, arrival);

describe('the breaker', () => {
  it('F3 opens after five failures in a row', async () => {
    const { send, arrivals } = bench(() => json(503), longest);
    await fail(send, 5);
    expect(await send()).toEqual(open);
    expect(arrivals).toHaveLength(5);
  });

  it('F3 stays closed while there is an answer in between', async () => {
    const { send, arrivals } = bench((n) => json(n % 5 === 4 ? 200 : 503), longest);
    await fail(send, 50);
    expect(arrivals).toHaveLength(50);
  });

  it.each([403, 404, 409, 410, 412, 429])(
    'stays closed for %i, which a healthy server says',
    async (status) => {
      const { send, arrivals } = bench(() => json(status), longest);
      await fail(send, 20);
      expect(arrivals).toHaveLength(20);
    },
  );

  it.each([
    [0, 15_000],
    [0.5, 22_500],
    [0.999_999, 29_999.985],
  ])('F3 leaves the server alone for a jittered pause (chance %d)', async (random, pause) => {
    const { send, arrivals, clock } = bench(
      downAtFirst(() => json()),
      { limits: once, random: () => random },
    );
    await fail(send, 5);
    clock.advance(Math.floor(pause) - 1);
    expect(await send()).toEqual(open);
    clock.advance(2);
    expect((await send()).kind).toBe('ok');
    expect(arrivals).toHaveLength(6);
  });

  it('F3 lets a single probe through, and everybody once it succeeded', async () => {
    const { send, start, arrivals, clock } = bench(
      downAtFirst(async () => {
        await clock.sleep(1_000);
        return json();
      }),
      { limits: { ...once, concurrency: 10 } },
    );
    await fail(send, 5);
    clock.advance(30_000);
    const results = await clock.run(Promise.all(Array.from({ length: 10 }, () => start())));
    expect(arrivals).toHaveLength(6);
    expect(results.map(({ kind }) => kind).sort()).toEqual([
      'ok',
      ...Array.from({ length: 9 }, () => 'unreachable'),
    ]);
    await clock.run(Promise.all(Array.from({ length: 10 }, () => start())));
    expect(arrivals).toHaveLength(16);
  });

  it('F3 waits again after a probe that failed', async () => {
    const { send, arrivals, clock } = bench(() => json(503), longest);
    await fail(send, 5);
    clock.advance(30_000);
    await fail(send, 5);
    expect(arrivals).toHaveLength(6);
    clock.advance(30_000);
    await fail(send, 5);
    expect(arrivals).toHaveLength(7);
  });

  it('F3 stops what waits in line too', async () => {
    const { start, arrivals, clock } = bench(() => connectionError('ECONNREFUSED'), longest);
    await clock.run(Promise.all(Array.from({ length: 100 }, () => start())));
    // Three more were on their way when the fifth failed.
    expect(arrivals.length).toBeLessThanOrEqual(8);
  });

  it('F19 probes again when a probe was cancelled', async () => {
    const { send, start, clock } = bench(
      downAtFirst((n, arrival) => (n === 5 ? silence(arrival) : json())),
      longest,
    );
    await fail(send, 5);
    clock.advance(30_000);
    const controller = new AbortController();
    void clock.sleep(10).then(() => controller.abort());
    expect(await clock.run(start({}, controller.signal))).toEqual({ kind: 'aborted' });
    expect((await send()).kind).toBe('ok');
  });

  it('F19 probes again when a probe was cancelled before it left', async () => {
    const { send, start, clock } = bench(
      downAtFirst(() => json()),
      { ...longest, limits: { ...once, rate: { units: 1, windowMs: 10_000, burst: 1 } } },
    );
    await fail(send, 5);
    // The probe has to wait for the rate, and the cycle ends meanwhile.
    clock.advance(30_000);
    const controller = new AbortController();
    void clock.sleep(10).then(() => controller.abort());
    expect(await clock.run(start({ units: 4 }, controller.signal))).toEqual({ kind: 'aborted' });
    expect((await send()).kind).toBe('ok');
  });

  it('probes again when nobody had a token for the probe', async () => {
    let broken = false;
    const tokens: TokenSource = {
      token: () =>
        broken
          ? Promise.reject(new Error('the keychain is locked'))
          : Promise.resolve({ kind: 'token', token: 'good' }),
    };
    const { send, clock } = bench(
      downAtFirst(() => json()),
      { ...longest, tokens },
    );
    await fail(send, 5);
    clock.advance(30_000);
    broken = true;
    await expect(send()).rejects.toThrow('the keychain is locked');
    broken = false;
    expect((await send()).kind).toBe('ok');
  });

  it('F1 F3 leaves the other account alone', async () => {
    const down = bench(() => json(503), { ...longest, account: 'google-1' });
    const { clock, ledger } = down;
    const fine = bench(() => json(), { ...longest, account: 'google-2', clock, ledger });
    await fail(down.send, 10);
    expect(await down.send()).toEqual(open);
    expect((await fine.send()).kind).toBe('ok');
    expect(clock.monotonic()).toBe(0);
  });
});
