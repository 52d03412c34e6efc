import { describe, expect, it } from 'vitest';
import type { Hold } from '../../../../shared/model/hold.ts';
import { calendarId, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';
import {
  later,
  rules,
  event,
  worldAfter,
  guarded,
  kinds,
  suspect,
  from,
  reasons,
} from './brake-bench.ts';

describe('many removals at once', () => {
  it.each([
    [12, 10, 'go'],
    [12, 11, 'wait'],
    [40, 10, 'go'],
    [44, 11, 'go'],
    [43, 11, 'wait'],
    [100, 25, 'go'],
    [100, 26, 'wait'],
  ])('[P21] of %i blocks %i removals %s', (blocks, gone, expected) => {
    const { held, holds, pass } = guarded(worldAfter({ A: blocks }, { A: gone }));
    expect([held.length, pass.length]).toEqual(expected === 'wait' ? [gone, 0] : [0, gone]);
    expect(holds).toHaveLength(expected === 'wait' ? 1 : 0);
  });

  it('[P21] wait while creates and updates go on', () => {
    const world = worldAfter({ A: 15 }, { A: 12 });
    world.put(timed('B', 'new', '2026-05-20T09:00Z', '2026-05-20T10:00Z'));
    const moved = event('A', 14);
    world.put({ ...moved, time: timed('A', 'x', '2026-05-21T09:00Z', '2026-05-21T10:00Z').time });
    const { pass, held } = guarded(world);
    expect(kinds(pass)).toEqual(['create', 'update']);
    expect(kinds(held)).toEqual(Array.from({ length: 12 }, () => 'delete'));
  });

  it('[P21] are counted with those that wait for another look: two plans are no way around', () => {
    const removals = worldAfter({ A: 14 }, { A: 11 })
      .plan()
      .filter((operation) => operation.kind === 'delete');
    const parts = { operations: removals.slice(0, 6), postponed: removals.slice(6) };
    const split = guarded(worldAfter({ A: 14 }, {}), parts);
    expect([split.held.length, reasons(split)]).toEqual([6, ['manyRemovals']]);
  });

  it('[P21] are counted on the target, whichever rules they are of', () => {
    const world = new PlanWorld(
      ['A', 'B', 'T'],
      ['A', 'B'].map((name) => ({
        id: `r-${name.toLowerCase()}`,
        sources: [`Work/${name}`],
        targets: ['Work/T'],
      })),
    );
    for (let n = 0; n < 6; n++) world.put(event('A', n), event('B', n));
    world.settle();
    for (let n = 0; n < 6; n++) world.remove(event('A', n)).remove(event('B', n));
    const { holds, pass } = guarded(world);
    expect(pass).toEqual([]);
    expect(holds.map(({ rule, reason, keys }) => [rule, reason, keys.length])).toEqual([
      ['r-a', 'manyRemovals', 6],
      ['r-b', 'manyRemovals', 6],
    ]);
  });
});

describe('removals that follow something suspect', () => {
  it('[P22] wait where their source is suddenly empty, and only those', () => {
    const { held, holds, pass } = guarded(
      worldAfter({ A: 6, B: 6 }, { A: 6 }),
      suspect({ emptied: from('A') }),
    );
    expect([held.length, pass.length, holds[0]?.reason]).toEqual([6, 0, 'sourceEmptied']);
    const other = guarded(worldAfter({ A: 6, B: 6 }, { B: 2 }), suspect({ emptied: from('A') }));
    expect([other.held, other.pass.length]).toEqual([[], 2]);
  });

  it.each(['clockJump', 'zoneChanged', 'engineChanged'] as const)(
    '[P22] wait after %s, be it one removal, and go on waiting in the next cycle',
    (everywhere) => {
      const world = worldAfter({ A: 3 }, { A: 1 });
      const first = guarded(world, suspect({ everywhere }));
      expect([first.pass, reasons(first)]).toEqual([[], [everywhere]]);
      const second = guarded(world, { holds: first.holds, now: later });
      expect([second.pass, second.holds]).toEqual([[], first.holds]);
      const read = guarded(world, { holds: first.holds, ...suspect({ confirmed: from('A') }) });
      expect(read.pass).toEqual([]);
    },
  );

  it('[P23] wait after a reset of their source, until a second complete read agrees', () => {
    const world = worldAfter({ A: 6, B: 6 }, { A: 2 });
    const first = guarded(world, suspect({ reset: from('A') }));
    expect([first.pass, reasons(first)]).toEqual([[], ['cursorReset']]);
    const unread = guarded(world, { holds: first.holds });
    expect([unread.pass, unread.holds]).toEqual([[], first.holds]);
    const other = guarded(world, { holds: first.holds, ...suspect({ confirmed: from('B') }) });
    expect(other.pass).toEqual([]);
    const agreed = guarded(world, { holds: first.holds, ...suspect({ confirmed: from('A') }) });
    expect([agreed.pass.length, agreed.holds]).toEqual([2, []]);
  });

  it('[P23] wait until every source that was reset has been read again', () => {
    const world = worldAfter({ A: 6, B: 6 }, { A: 2, B: 2 });
    const { holds } = guarded(world, suspect({ reset: from('A', 'B') }));
    const half = guarded(world, { holds, ...suspect({ confirmed: from('A') }) });
    expect(half.pass).toEqual([]);
    const both = guarded(world, { holds, ...suspect({ confirmed: from('A', 'B') }) });
    expect(both.pass).toHaveLength(4);
  });

  it('[P23] go on at once where another source was reset', () => {
    const { pass } = guarded(worldAfter({ A: 6, B: 6 }, { A: 2 }), suspect({ reset: from('B') }));
    expect(pass).toHaveLength(2);
  });

  it('[P23] wait on after a second read that agrees, where they are many or the source is empty', () => {
    const many = worldAfter({ A: 30 }, { A: 12 });
    const first = guarded(many, suspect({ reset: from('A') }));
    const second = guarded(many, { holds: first.holds, ...suspect({ confirmed: from('A') }) });
    expect([second.pass, reasons(second)]).toEqual([[], ['manyRemovals']]);
    const empty = worldAfter({ A: 6 }, { A: 6 });
    const before = guarded(empty, suspect({ reset: from('A'), emptied: from('A') }));
    expect(reasons(before)).toEqual(['sourceEmptied']);
    const after = guarded(empty, { holds: before.holds, ...suspect({ confirmed: from('A') }) });
    expect(after.pass).toEqual([]);
  });

  it('[P23] wait for the user where it is not known which source they are of', () => {
    const world = worldAfter({ A: 3 }, { A: 1 });
    const operations = world
      .plan()
      .map((one) =>
        one.kind === 'delete' ? { ...one, record: { ...one.record, slot: null } } : one,
      );
    const hold = guarded(world, { operations, ...suspect({ everywhere: 'clockJump' }) });
    const unlinked = hold.holds.map((one): Hold => ({ ...one, reason: 'cursorReset' }));
    const next = guarded(world, {
      operations,
      holds: unlinked,
      ...suspect({ confirmed: from('A', 'B') }),
    });
    expect([next.pass, next.holds[0]?.rule]).toEqual([[], null]);
  });
});

describe('removals that the user asked for', () => {
  const worst = suspect({ emptied: from('A'), reset: from('A'), everywhere: 'clockJump' });

  it.each<[string, readonly RuleInput[]]>([
    ['disabled', rules.map((rule) => ({ ...rule, enabled: false }))],
    ['deleted', []],
    ['no longer naming the source', rules.map((rule) => ({ ...rule, sources: ['Work/B'] }))],
  ])('[P24] never wait: a rule %s', (_, edited) => {
    const world = worldAfter({ A: 40 }, {});
    world.setRules(edited);
    const { pass, holds } = guarded(world, worst);
    expect([pass.length, holds]).toEqual([40, []]);
  });

  it('[P24] never wait: a rule edited so that fewer events meet it', () => {
    const world = worldAfter({ A: 40 }, {});
    world.setRules(rules.map((rule) => ({ ...rule, conditions: { allDay: true } })));
    expect(guarded(world, worst).pass).toEqual([]);
    const edited = guarded(world, { ...worst, isAskedFor: () => true });
    expect([edited.pass.length, edited.holds]).toEqual([40, []]);
  });

  it('[P24] never wait: an account removed', () => {
    const world = worldAfter({ A: 40 }, {});
    world.readiness.delete(calendarId('A'));
    expect(guarded(world, worst).pass).toHaveLength(40);
  });
});
