import { describe, expect, it } from 'vitest';
import { meeting, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';
import { guarded, worldAfter } from './brake-bench.ts';

const standup = timed('A', 'standup', '2026-05-05T09:00Z', '2026-05-05T09:30Z');
const review = timed('A', 'review', '2026-05-06T09:00Z', '2026-05-06T09:30Z');
const titles: RuleInput = {
  id: 'titles',
  sources: ['Work/A'],
  targets: ['Work/B'],
  mask: { level: 'title' },
};
const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };

/** A meeting of A stands on B with its title, and policy stops that from now on. */
function stopped(...rules: readonly RuleInput[]): PlanWorld {
  const world = new PlanWorld(['A', 'B', 'C'], rules).put(standup).settle();
  world.stopped = [['titles', 'A', 'B']];
  return world;
}

describe('a pair of calendars that policy stops', () => {
  it('[P27] neither writes nor removes, whatever becomes of its sources', () => {
    const world = stopped(titles);
    world.remove(standup).put(review);
    expect(world.plan()).toEqual([]);
  });

  it('[P27] leaves the other pairs of its rule at work', () => {
    const world = new PlanWorld(['A', 'B', 'C'], [mesh]);
    world.stopped = [['mesh', 'A', 'B']];
    world.put(standup).settle();
    expect([world.shown('B'), world.shown('C')]).toEqual([[], ['Busy 05-05T09:00 05-05T09:30']]);
  });

  it('[P27] lets another rule cast what it may not, but no second block beside one that stands', () => {
    const world = stopped(titles, mesh);
    world.put(review).settle();
    expect(world.shown('B')).toEqual([
      'Busy 05-06T09:00 05-06T09:30',
      'Title of standup 05-05T09:00 05-05T09:30',
    ]);
    expect(world.plan()).toEqual([]);
  });

  it('[P27] blocks its meeting also where a merged block, or one known by its marker only, stands', () => {
    const merging = stopped({ ...titles, options: { merge: true, mergeGap: 60 } }, mesh);
    expect(merging.plan()).toEqual([]);
    const recovered = stopped(titles, mesh);
    recovered.save({ ...recovered.record('B'), slot: null });
    expect(recovered.plan()).toEqual([]);
  });

  describe('where blocks were merged', () => {
    const merging: RuleInput = {
      ...{ id: 'merging', sources: ['Work/A', 'Work/C'], targets: ['Work/B'] },
      options: { merge: true },
    };
    const early = timed('A', 'early', '2026-05-05T09:00Z', '2026-05-05T09:30Z');
    const late = timed('C', 'late', '2026-05-05T09:30Z', '2026-05-05T10:00Z');
    const merged = 'Busy 05-05T09:00 05-05T10:00';

    /** One block stands for both events; then policy stops one of their pairs. */
    function stopping(source: 'A' | 'C'): PlanWorld {
      const world = new PlanWorld(['A', 'B', 'C'], [merging, mesh]);
      world.put(early, late).settle();
      world.stopped = [['merging', source, 'B']];
      return world;
    }

    it.each(['A', 'C'] as const)(
      '[P27] leaves the block as it is, and writes none beside it, when %s is stopped',
      (source) => {
        const world = stopping(source);
        expect(world.shown('B')).toEqual([merged]);
        expect(world.plan()).toEqual([]);
      },
    );

    it.each(['A', 'C'] as const)(
      '[P27] keeps it while %s is stopped, whichever event goes, and never doubles what it covers',
      (source) => {
        for (const gone of [early, late]) {
          const world = stopping(source).remove(gone);
          world.settle();
          expect(world.plan()).toEqual([]);
          const covering = world.shown('B').filter((block) => block.includes('09:30 05'));
          expect(covering.length).toBeLessThanOrEqual(1);
        }
      },
    );

    it('[P27] blocks what it does not cover', () => {
      const world = stopping('A');
      world.put(timed('C', 'lunch', '2026-05-05T12:00Z', '2026-05-05T13:00Z')).settle();
      expect(world.shown('B')).toEqual([merged, 'Busy 05-05T12:00 05-05T13:00']);
      expect(world.plan()).toEqual([]);
    });

    it('[P1] [P27] is planned alike in part and in full', () => {
      const world = stopping('A');
      if (late.time.kind !== 'timed') throw new Error('It is timed');
      const { start, end } = late.time;
      const regions = new Map(world.calendars.map(({ id }) => [id, [{ start, end }]]));
      expect(world.plan({ regions, events: [{ calendar: late.calendar, id: late.id }] })).toEqual(
        [],
      );
    });

    it.each(['A', 'C'] as const)('[P28] is cast anew where it is to go with %s', (source) => {
      const world = stopping(source);
      world.setRules([merging]);
      world.removeStopped = true;
      world.settle();
      const rest = source === 'A' ? '05-05T09:30 05-05T10:00' : '05-05T09:00 05-05T09:30';
      expect(world.shown('B')).toEqual([`Busy ${rest}`]);
      expect(world.plan()).toEqual([]);
    });
  });

  it('[P27] holds back the removal of blocks that nobody has claimed yet', () => {
    const world = stopped(titles);
    world.save({ ...world.record('B'), slot: null }).remove(standup);
    expect(world.plan()).toEqual([]);
  });

  it('[P27] does not lend its meeting to a copy of it in another source', () => {
    const rules = [titles, { ...mesh, sources: ['Work/A', 'Work/C'], targets: ['Work/B'] }];
    const world = new PlanWorld(['A', 'B', 'C'], rules);
    world.stopped = [
      ['titles', 'A', 'B'],
      ['mesh', 'A', 'B'],
    ];
    const shared = { meeting: meeting('uid') };
    world
      .put({ ...standup, ...shared })
      .put(timed('C', 'copy', '2026-05-05T09:00Z', '2026-05-05T09:30Z', shared))
      .settle();
    expect(world.shown('B')).toEqual(['Busy 05-05T09:00 05-05T09:30']);
  });

  it('[P1] is planned alike in part and in full', () => {
    const world = stopped(titles, mesh);
    world.put(review);
    const { time } = review;
    if (time.kind !== 'timed') throw new Error('It is timed');
    const span = { start: time.start, end: time.end };
    const regions = new Map(world.calendars.map(({ id }) => [id, [span]]));
    const inPart = world.plan({ regions, events: [{ calendar: review.calendar, id: review.id }] });
    expect(inPart).toEqual(world.plan());
  });

  it('[P16] gives its blocks up once the user takes the rule away', () => {
    const world = stopped(titles);
    world.setRules([]);
    world.stopped = [];
    expect(world.plan()).toMatchObject([{ kind: 'delete', cause: 'ruleGone' }]);
  });

  it('[P28] loses its blocks where the organisation asks for it, and a rule that may act takes over', () => {
    const world = stopped(titles, mesh);
    world.removeStopped = true;
    world.settle();
    expect(world.shown('B')).toEqual(['Busy 05-05T09:00 05-05T09:30']);
    expect(world.plan()).toEqual([]);
  });

  it('[P28] loses them without waiting for the user, however many they are', () => {
    const world = worldAfter({ A: 40 }, {});
    world.stopped = [['rule', 'A', 'T']];
    world.removeStopped = true;
    expect(guarded(world)).toMatchObject({ held: [], holds: [] });
    expect(guarded(world).pass).toHaveLength(40);
  });
});

describe('limits that policy sets', () => {
  it.each([
    [null, 2, 1],
    [null, 40, 1],
    [30, 2, 1],
    [30, 40, 0],
  ])('[P29] history of at most %s days keeps %i-day-old blocks: %i', (most, age, kept) => {
    const world = new PlanWorld(['A', 'B'], [mesh]).put(standup).settle();
    world.longestHistory = most;
    const later = age * 86_400_000;
    world.now = (world.now + later + 86_400_000) as typeof world.now;
    world.window = { start: world.now, end: (world.now + 86_400_000) as typeof world.now };
    expect(world.settle().shown('B')).toHaveLength(kept);
  });

  it('[P29] do not make a rule keep its history longer than it wants to', () => {
    const world = new PlanWorld(['A', 'B'], [{ ...mesh, options: { retentionDays: 3 } }]);
    world.put(standup).settle();
    world.longestHistory = 30;
    world.now = (world.now + 10 * 86_400_000) as typeof world.now;
    world.window = { start: world.now, end: (world.now + 86_400_000) as typeof world.now };
    expect(world.settle().shown('B')).toEqual([]);
  });

  it.each([
    [{ count: 2, percent: 0 }, 3, 'wait'],
    [{ count: 2, percent: 0 }, 2, 'go'],
    [{ count: 0, percent: 50 }, 6, 'go'],
    [{ count: 0, percent: 50 }, 7, 'wait'],
  ])('[P30] with a threshold of %o, %i of 12 removals %s', (brake, gone, expected) => {
    const { held } = guarded(worldAfter({ A: 12 }, { A: gone }), { brake });
    expect(held).toHaveLength(expected === 'wait' ? gone : 0);
  });
});
