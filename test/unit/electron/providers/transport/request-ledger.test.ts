import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../../../../shared/model/ids.ts';
import { createRequestLedger } from '../../../../../electron/providers/transport/request-ledger.ts';
import { at } from '../../../../kit/event-builder.ts';
import { VirtualClock } from '../../../../kit/virtual-clock.ts';
import { bench, connectionError, create, json, root, tokensOf } from './transport-bench.ts';

const home = 'google-1' as AccountId;
const work = 'microsoft-1' as AccountId;

function ledger(units = 600): {
  readonly clock: VirtualClock;
  readonly made: ReturnType<typeof createRequestLedger>;
} {
  const clock = new VirtualClock(at('2026-03-23T12:00Z'));
  return { clock, made: createRequestLedger(clock, () => ({ units, windowMs: 60_000 })) };
}

describe('the request ledger', () => {
  it('counts by account and kind, a batch with all its parts', () => {
    const { made } = ledger();
    made.record(home, 'delta', 1);
    made.record(home, 'delta', 1);
    made.record(home, 'batch', 20);
    made.record(work, 'get', 1);
    expect(made.totals(home)).toMatchObject({
      total: 3,
      units: 22,
      byKind: { delta: 2, batch: 1 },
    });
    expect(made.totals(work)).toMatchObject({ total: 1, units: 1, byKind: { get: 1 } });
  });

  it('knows nothing of an account that asked for nothing', () => {
    expect(ledger().made.totals(home)).toEqual({ total: 0, units: 0, byKind: {}, quotaShare: 0 });
  });

  it('hands out a copy that nobody can spoil', () => {
    const { made } = ledger();
    made.record(home, 'get', 1);
    const { byKind } = made.totals(home);
    Object.assign(byKind, { get: 99 });
    expect(made.totals(home).byKind).toEqual({ get: 1 });
  });

  it('remembers the busiest window, not the sum of all', () => {
    const { clock, made } = ledger(100);
    made.record(home, 'batch', 40);
    clock.advance(30_000);
    made.record(home, 'batch', 40);
    expect(made.totals(home).quotaShare).toBeCloseTo(0.8);
    clock.advance(40_000);
    made.record(home, 'batch', 30);
    expect(made.totals(home).quotaShare).toBeCloseTo(0.8);
    clock.advance(600_000);
    made.record(home, 'batch', 90);
    expect(made.totals(home).quotaShare).toBeCloseTo(0.9);
  });

  it('shows a quota that is overrun', () => {
    const { made } = ledger(100);
    made.record(home, 'batch', 150);
    expect(made.totals(home).quotaShare).toBeCloseTo(1.5);
  });

  it('counts each try that went out', async () => {
    const one = bench((n) => (n < 3 ? json(503) : json()));
    await one.send();
    expect(one.ledger.totals(one.account)).toMatchObject({ total: 4, byKind: { list: 4 } });
  });

  it('counts what was lost on the way, and both tries of a refused token', async () => {
    const lost = bench(() => connectionError('ECONNRESET'));
    await lost.send(create);
    expect(lost.ledger.totals(lost.account)).toMatchObject({ total: 1, byKind: { create: 1 } });
    const refused = bench(() => json(401), { tokens: tokensOf('old', 'new') });
    await refused.send();
    expect(refused.ledger.totals(refused.account)).toMatchObject({ total: 2, units: 2 });
  });

  it('does not count what never went out', async () => {
    const {
      send,
      ledger: counts,
      account,
      arrivals,
    } = bench(() => json(503), {
      limits: { maxAttempts: 1 },
    });
    await send({}, AbortSignal.abort());
    for (let n = 0; n < 20; n++) await send();
    expect(counts.totals(account).total).toBe(5);
    expect(arrivals).toHaveLength(5);
    const signedOut = bench(() => json(), { tokens: tokensOf() });
    await signedOut.send();
    expect(signedOut.ledger.totals(signedOut.account).total).toBe(0);
  });

  it('tells what is in use now, and the highest share since it was last asked', async () => {
    const { made, clock } = ledger();
    for (let n = 0; n < 300; n++) made.record(home, 'list', 1);
    expect([made.inUse(home), made.takePeak(home)]).toEqual([0.5, 0.5]);
    expect(made.takePeak(home)).toBe(0);
    await clock.run(clock.sleep(61_000));
    made.record(home, 'list', 6);
    expect(made.inUse(home)).toBeCloseTo(0.01);
    expect(made.takePeak(home)).toBeCloseTo(0.01);
    expect(made.totals(home).quotaShare).toBe(0.5);
  });

  it('S8 keeps numbers only: no address, no title, no token', async () => {
    const { made, clock } = ledger();
    const { send, account } = bench(() => json(), { ledger: made, clock });
    await send({ url: `${root}/calendars/anna%40example.org/events?q=Dentist`, body: 'Dentist' });
    expect(made.totals(account)).toEqual({
      total: 1,
      units: 1,
      byKind: { list: 1 },
      quotaShare: 1 / 600,
    });
  });
});
