import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../electron/simulator/sample/chance.ts';
import {
  always,
  during,
  firstOf,
  nth,
  once,
  times,
} from '../../../../electron/simulator/fault-sources.ts';
import { FaultTally } from '../../../../electron/simulator/fault-tally.ts';
import { randomFaults } from '../../../../electron/simulator/random-faults.ts';
import { callOf } from './cloud-builder.ts';

const drop = { kind: 'dropBefore' } as const;
const hang = { kind: 'hang' } as const;
const create = callOf({ operation: 'create', accountEmail: 'a@x.example' });
const list = callOf({ operation: 'list' });

describe('a script of faults', () => {
  it('strikes the first, the nth or the first few calls that fit, and no others', () => {
    const run = (source: (call: typeof create) => unknown) =>
      [list, create, create, create].map((call) => (source(call) === null ? '-' : 'x')).join('');
    expect(run(once({ operation: 'create' }, drop))).toBe('-x--');
    expect(run(nth({ operation: 'create' }, 2, drop))).toBe('--x-');
    expect(run(times({ operation: 'create' }, 2, drop))).toBe('-xx-');
    expect(run(always({ operation: ['create', 'list'] }, drop))).toBe('xxxx');
    expect(run(always({ accountEmail: 'a@x.example' }, drop))).toBe('-xxx');
    expect(run(always({ accountEmail: 'a@x.example', method: 'POST' }, drop))).toBe('----');
    expect(run(always({ url: /\/v1\.0\// }, drop))).toBe('xxxx');
  });

  it('does not take one operation for another whose name it is part of', () => {
    expect(always({ operation: 'calendars' }, drop)(callOf({ operation: 'list' }))).toBeNull();
  });

  it('takes the first source that strikes', () => {
    const source = firstOf(once({}, drop), always({ operation: 'create' }, hang));
    expect([source(create), source(create), source(list)]).toEqual([drop, hang, null]);
  });

  it('can be ended, so that a test sees the engine recover', () => {
    let on = true;
    const source = during(() => on, always({}, drop));
    expect(source(list)).toBe(drop);
    on = false;
    expect(source(list)).toBeNull();
  });
});

describe('faults by chance', () => {
  const strike = (seed: number, operation: 'batch' | 'list', count = 5_000) => {
    const source = randomFaults(seededRandom(seed), {
      status: 0.1,
      dropAfter: 0.1,
      emptyRead: 0.1,
      partialBatch: 0.1,
    });
    return Array.from({ length: count }, () => source(callOf({ operation })));
  };

  it('strike about as often as the table says, and only where they can', () => {
    const share = (operation: 'batch' | 'list', kind: string) =>
      strike(1, operation).filter((fault) => fault?.kind === kind).length / 5_000;
    expect(share('batch', 'status')).toBeCloseTo(0.1, 1);
    expect(share('batch', 'dropAfter')).toBeCloseTo(0.1, 1);
    expect(share('batch', 'partialBatch')).toBeCloseTo(0.1, 1);
    expect(share('batch', 'emptyRead')).toBe(0);
    expect(share('list', 'emptyRead')).toBeCloseTo(0.1, 1);
    expect(share('list', 'dropAfter') + share('list', 'partialBatch')).toBe(0);
  });

  it('are the same for the same seed', () => {
    expect(strike(7, 'batch', 200)).toEqual(strike(7, 'batch', 200));
    expect(strike(7, 'batch', 200)).not.toEqual(strike(8, 'batch', 200));
  });
});

describe('the tally', () => {
  it('counts each kind on each cloud', () => {
    const tally = new FaultTally();
    const microsoft = tally.counting('microsoft', once({}, drop));
    const google = tally.counting('google', always({}, hang));
    for (const source of [microsoft, microsoft, google, google]) source(list);
    expect(tally.counts()).toEqual({ 'microsoft.dropBefore': 1, 'google.hang': 2 });
    expect(tally.count('google', 'dropBefore')).toBe(0);
  });
});
