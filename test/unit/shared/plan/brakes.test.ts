import { describe, expect, it } from 'vitest';
import type { Hold, HoldReason } from '../../../../shared/model/hold.ts';
import type { CalendarId, RuleId } from '../../../../shared/model/ids.ts';
import { guard, type Guarded, type GuardInput } from '../../../../shared/plan/brakes.ts';
import type { Operation } from '../../../../shared/plan/operation.ts';
import { HOUR } from '../../../../shared/time/instant.ts';
import { at, calendarId, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';

const target = calendarId('T');
const now = at('2026-05-04T08:00Z');
const later = at('2026-05-04T09:00Z');
const calm: GuardInput['suspicions'] = {
  emptied: new Set(),
  reset: new Set(),
  confirmed: new Set(),
  everywhere: null,
};
const rules: readonly RuleInput[] = [
  { id: 'rule', sources: ['Work/A', 'Work/B'], targets: ['Work/T'] },
];

const event = (source: string, n: number): ReturnType<typeof timed> => {
  const start = at('2026-05-05T00:00Z') + n * HOUR;
  return timed(source, `e${n}`, start, start + HOUR / 2);
};

/** A target full of blocks from A and B, of whose events some are gone. */
function worldAfter(counts: Record<string, number>, gone: Record<string, number>): PlanWorld {
  const world = new PlanWorld(['A', 'B', 'T'], rules);
  for (const [source, count] of Object.entries(counts))
    for (let n = 0; n < count; n++) world.put(event(source, n));
  world.settle();
  for (const [source, count] of Object.entries(gone))
    for (let n = 0; n < count; n++) world.remove(event(source, n));
  return world;
}

function guarded(world: PlanWorld, more: Partial<GuardInput> = {}): Guarded {
  const live = [...world.records.values()].filter(({ state }) => state === 'live').length;
  return guard({
    operations: world.plan(),
    suspicions: calm,
    liveBlocks: new Map([[target, live]]),
    editedRules: new Set<RuleId>(),
    holds: [],
    planned: null,
    now,
    ...more,
  });
}

const kinds = (operations: readonly Operation[]): string[] =>
  operations.map(({ kind }) => kind).sort();
const suspect = (more: Partial<GuardInput['suspicions']>): Partial<GuardInput> => ({
  suspicions: { ...calm, ...more },
});
const from = (...names: string[]): ReadonlySet<CalendarId> => new Set(names.map(calendarId));
const reasons = ({ holds }: Guarded): HoldReason[] => holds.map(({ reason }) => reason);

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
    const edited = guarded(world, { ...worst, editedRules: new Set(['rule' as RuleId]) });
    expect([edited.pass.length, edited.holds]).toEqual([40, []]);
  });

  it('[P24] never wait: an account removed', () => {
    const world = worldAfter({ A: 40 }, {});
    world.readiness.delete(calendarId('A'));
    expect(guarded(world, worst).pass).toHaveLength(40);
  });
});

describe('a hold', () => {
  const approve = (hold: Hold): Hold => ({ ...hold, state: 'approved' });
  const reject = (hold: Hold): Hold => ({ ...hold, state: 'rejected' });

  it('[P25] lets exactly the approved blocks go, and until they are gone', () => {
    const world = worldAfter({ A: 20 }, { A: 12 });
    const first = guarded(world);
    const holds = first.holds.map(approve);
    const second = guarded(world, { holds });
    expect([second.pass.length, second.held, second.holds]).toEqual([12, [], holds]);
    world.apply(second.pass);
    expect(guarded(world, { holds })).toEqual({ pass: [], held: [], holds: [] });
  });

  it('[P25] does not stretch to blocks that are to go since', () => {
    const world = worldAfter({ A: 40 }, { A: 12 });
    const holds = guarded(world).holds.map(approve);
    for (let n = 12; n < 24; n++) world.remove(event('A', n));
    const { pass, held, holds: next } = guarded(world, { holds, now: later });
    expect([pass.length, held.length]).toEqual([12, 12]);
    expect(next).toMatchObject([{ state: 'waiting', since: later, reason: 'manyRemovals' }]);
    expect(next[0]?.keys.filter((key) => holds[0]?.keys.includes(key))).toEqual([]);
  });

  it('[P25] vanishes by itself where its source is back', () => {
    const world = worldAfter({ A: 20 }, { A: 12 });
    const { holds } = guarded(world);
    for (let n = 0; n < 12; n++) world.put(event('A', n));
    expect(guarded(world, { holds })).toEqual({ pass: [], held: [], holds: [] });
  });

  it('[P25] keeps since when it waits, and stays rejected while nothing is added', () => {
    const world = worldAfter({ A: 40 }, { A: 12 });
    const rejected = guarded(world).holds.map(reject);
    const again = guarded(world, { holds: rejected, now: later });
    expect([again.pass, again.holds]).toEqual([[], rejected]);
    world.remove(event('A', 12));
    const more = guarded(world, { holds: rejected, now: later });
    expect([more.pass, more.holds]).toMatchObject([[], [{ state: 'waiting', since: now }]]);
  });

  it('[P25] stays as it is on a target that the plan did not look at', () => {
    const { holds } = guarded(worldAfter({ A: 20 }, { A: 12 }));
    const elsewhere = guarded(new PlanWorld(['A', 'T']), { holds, planned: new Set() });
    expect(elsewhere.holds).toEqual(holds);
    const looked = guarded(new PlanWorld(['A', 'T']), { holds, planned: new Set([target]) });
    expect(looked.holds).toEqual([]);
  });
});
