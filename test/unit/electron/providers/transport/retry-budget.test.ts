import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RetryBudget } from '../../../../../electron/providers/transport/retry-budget.ts';
import { bench, connectionError, json } from './transport-bench.ts';

function spendAll(budget: RetryBudget): number {
  let spent = 0;
  while (spent < 10_000 && budget.spend()) spent += 1;
  return spent;
}

describe('the retry budget', () => {
  it('I14 keeps retries at a tenth of the requests, after the first ten', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 2_000 }), (steps) => {
        const budget = new RetryBudget();
        let requests = 0;
        let retries = 0;
        for (const wantsRetry of steps) {
          if (wantsRetry && budget.spend()) retries += 1;
          budget.requested();
          requests += 1;
          expect(retries).toBeLessThanOrEqual(10 + requests / 10);
        }
      }),
    );
  });

  it('I14 earns retries back by working', () => {
    const budget = new RetryBudget();
    expect(spendAll(budget)).toBe(10);
    for (let n = 0; n < 55; n++) budget.requested();
    expect(spendAll(budget)).toBe(5);
  });

  it('I14 saves up for no storm', () => {
    const budget = new RetryBudget();
    for (let n = 0; n < 100_000; n++) budget.requested();
    expect(spendAll(budget)).toBe(50);
  });

  it('I14 does not hammer a server that refuses everybody', async () => {
    const { send, arrivals } = bench(() => json(429));
    for (let n = 0; n < 200; n++) expect((await send()).kind).toBe('throttled');
    expect(arrivals.length).toBeGreaterThan(200);
    expect(arrivals.length).toBeLessThanOrEqual(200 + 10 + arrivals.length / 10);
  });

  it('I14 gives an account its retries back once the server works again', async () => {
    let status = 429;
    const { send, arrivals } = bench(() => json(status));
    const tries = async (): Promise<number> => {
      const before = arrivals.length;
      await send();
      return arrivals.length - before;
    };
    for (let n = 0; n < 20; n++) await send();
    expect(await tries()).toBe(1);
    status = 200;
    for (let n = 0; n < 50; n++) await send();
    status = 429;
    expect(await tries()).toBe(5);
  });

  it('F3 does not hammer a server that is down', async () => {
    const { send, arrivals, clock } = bench(() => connectionError('ECONNREFUSED'));
    for (let n = 0; n < 200; n++) expect((await send()).kind).toBe('unreachable');
    expect(arrivals).toHaveLength(5);
    clock.advance(30_000);
    for (let n = 0; n < 200; n++) await send();
    expect(arrivals).toHaveLength(6);
  });
});
