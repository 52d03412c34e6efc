import type { AccountId } from '../../../../shared/model/ids.ts';
import { plan } from '../../../../shared/plan/plan.ts';
import { describe, expect, it } from 'vitest';
import { allDay, at, meeting, timed } from '../../../kit/event-builder.ts';
import { PlanWorld } from '../../../kit/plan-world.ts';

const standup = timed('A', 'standup', '2026-05-05T09:00Z', '2026-05-05T09:30Z');

describe('who casts a block', () => {
  it('[P7] blocks every other calendar of a mesh, and never itself', () => {
    const world = new PlanWorld(['A', 'B', 'C']).put(standup).settle();
    expect([world.shown('A'), world.shown('B'), world.shown('C')]).toEqual([
      [],
      ['Busy 05-05T09:00 05-05T09:30'],
      ['Busy 05-05T09:00 05-05T09:30'],
    ]);
  });

  it('[P7] takes no block of another vault for a source', () => {
    const world = new PlanWorld(['A', 'B']).put({ ...standup, foreignBlock: true });
    expect(world.plan()).toEqual([]);
  });

  it('[P4] lets the rule that shows most cast the block, and only that one', () => {
    const world = new PlanWorld(
      ['A', 'B', 'C'],
      [
        { id: 'mesh', sources: ['*'], targets: ['*'] },
        { id: 'pair', sources: ['Work/A'], targets: ['Work/B'], mask: { level: 'title' } },
      ],
    );
    world.put(standup).settle();
    expect(world.shown('B')).toEqual(['Title of standup 05-05T09:00 05-05T09:30']);
    expect(world.shown('C')).toEqual(['Busy 05-05T09:00 05-05T09:30']);
  });

  it('[P4] lets the first of equal rules cast the block', () => {
    const world = new PlanWorld(
      ['A', 'B'],
      [
        {
          id: 'first',
          sources: ['Work/A'],
          targets: ['Work/B'],
          mask: { level: 'labelled', label: 'First' },
        },
        {
          id: 'second',
          sources: ['Work/A'],
          targets: ['Work/B'],
          mask: { level: 'labelled', label: 'Second' },
        },
      ],
    );
    expect(world.put(standup).settle().shown('B')).toEqual(['First 05-05T09:00 05-05T09:30']);
  });

  it('[P5] takes two occurrences of one calendar for two, even where one was moved to the other', () => {
    const daily = (day: string, until: string) =>
      timed('A', `daily-${day}`, '2026-05-05T09:00Z', until, {
        meeting: meeting('daily'),
        occurrence: `2026-05-${day}T09:00:00.000Z`,
      });
    const world = new PlanWorld(['A', 'B']);
    world.put(daily('05', '2026-05-05T10:00Z'), daily('06', '2026-05-05T11:00Z')).settle();
    expect(world.shown('B')).toEqual([
      'Busy 05-05T09:00 05-05T10:00',
      'Busy 05-05T09:00 05-05T11:00',
    ]);
  });

  it('[P5] casts one block for a meeting that sits in two sources, whichever is read first', () => {
    const inA = timed('A', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const inB = timed('B', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const one = new PlanWorld(['A', 'B', 'C']).put(inA, inB).plan();
    const other = new PlanWorld(['A', 'B', 'C']).put(inB, inA).plan();
    expect(one).toHaveLength(1);
    expect(other).toEqual(one);
  });

  it('[P5] takes the same UID at another time for another occurrence', () => {
    const inA = timed('A', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const inB = timed('B', 'board', '2026-05-12T09:00Z', '2026-05-12T10:00Z', {
      meeting: meeting('board'),
    });
    expect(new PlanWorld(['A', 'B', 'C']).put(inA, inB).settle().shown('C')).toHaveLength(2);
  });

  it('[P6] writes no block on a target that holds the meeting itself', () => {
    const inA = timed('A', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const inB = timed('B', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const world = new PlanWorld(['A', 'B', 'C']).put(inA, inB).settle();
    expect([world.shown('A'), world.shown('B')]).toEqual([[], []]);
  });

  it('[P6] blocks a target where the user declined that meeting', () => {
    const inA = timed('A', 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      meeting: meeting('board'),
    });
    const inB = { ...inA, calendar: timed('B', 'x', 0, 1).calendar, response: 'declined' as const };
    expect(new PlanWorld(['A', 'B']).put(inA, inB).settle().shown('B')).toHaveLength(1);
  });

  it('[P8] leaves a span alone that the target is busy for throughout, but not one half covered', () => {
    const skip = [
      { id: 'skip', sources: ['Work/A'], targets: ['Work/B'], options: { skipWhenBusy: true } },
    ];
    const own = [
      timed('B', 'x', '2026-05-05T08:30Z', '2026-05-05T09:15Z'),
      timed('B', 'y', '2026-05-05T09:15Z', '2026-05-05T10:00Z'),
    ];
    expect(
      new PlanWorld(['A', 'B'], skip)
        .put(standup, ...own)
        .settle()
        .shown('B'),
    ).toEqual([]);
    expect(
      new PlanWorld(['A', 'B'], skip)
        .put(standup, ...own.slice(0, 1))
        .settle()
        .shown('B'),
    ).toHaveLength(1);
  });

  it('[P9] merges what overlaps, touches or lies within the gap, and nothing else', () => {
    const merge = [
      {
        id: 'merge',
        sources: ['Work/A'],
        targets: ['Work/B'],
        options: { merge: true, mergeGap: 10 },
      },
    ];
    const world = new PlanWorld(['A', 'B'], merge).put(
      timed('A', '1', '2026-05-05T09:00Z', '2026-05-05T09:30Z'),
      timed('A', '2', '2026-05-05T09:30Z', '2026-05-05T10:00Z'),
      timed('A', '3', '2026-05-05T10:10Z', '2026-05-05T11:00Z'),
      timed('A', '4', '2026-05-05T11:11Z', '2026-05-05T12:00Z'),
    );
    expect(world.settle().shown('B')).toEqual([
      'Busy 05-05T09:00 05-05T11:00',
      'Busy 05-05T11:11 05-05T12:00',
    ]);
  });

  it('[P9] shows no single title for several merged meetings', () => {
    const merge = [
      {
        id: 'm',
        sources: ['Work/A'],
        targets: ['Work/B'],
        mask: { level: 'title' as const },
        options: { merge: true },
      },
    ];
    const world = new PlanWorld(['A', 'B'], merge).put(
      timed('A', '1', '2026-05-05T09:00Z', '2026-05-05T09:30Z'),
      timed('A', '2', '2026-05-05T09:15Z', '2026-05-05T10:00Z'),
    );
    expect(world.settle().shown('B')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });
});

describe('what becomes of a block', () => {
  it('[P10] moves the block with its source', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    const before = world.record('B');
    world.put({
      ...standup,
      time: { kind: 'timed', start: at('2026-05-20T09:00Z'), end: at('2026-05-20T10:00Z') },
    });
    expect(world.plan()).toMatchObject([
      { kind: 'update', cause: 'source', record: { remoteId: before.remoteId } },
    ]);
  });

  it('[P11] puts a hand-edited block back, three times a day at most', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    const edited = { ...world.record('B'), observed: '["edited"]' };
    expect(world.save(edited).plan()).toMatchObject([{ kind: 'update', cause: 'repair' }]);
    expect(world.save({ ...edited, repairs: 3, repairedAt: world.now }).plan()).toEqual([]);
  });

  it('[P11] leaves the edit where the rule keeps edits, until the source changes', () => {
    const world = new PlanWorld(
      ['A', 'B'],
      [{ id: 'mesh', sources: ['*'], targets: ['*'], options: { onEdit: 'keep' } }],
    );
    world.put(standup).settle();
    world.save({ ...world.record('B'), observed: '["edited"]' });
    expect(world.plan()).toEqual([]);
    world.put({
      ...standup,
      time: { kind: 'timed', start: at('2026-05-06T09:00Z'), end: at('2026-05-06T09:30Z') },
    });
    expect(world.plan()).toMatchObject([{ kind: 'update' }]);
  });

  it('[P12] lets a dismissed block stay away until its source moves', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world.save({ ...world.record('B'), state: 'dismissed' });
    expect(world.plan()).toEqual([]);
    world.put({ ...standup, text: { ...standup.text, title: 'Renamed' } });
    expect(world.plan()).toEqual([]);
    world.put({
      ...standup,
      time: { kind: 'timed', start: at('2026-05-06T09:00Z'), end: at('2026-05-06T09:30Z') },
    });
    expect(world.plan()).toMatchObject([{ kind: 'create', generation: 1 }]);
  });

  it('[P12] forgets a dismissal when its source is gone in between', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world
      .save({ ...world.record('B'), state: 'dismissed' })
      .remove(standup)
      .settle();
    expect(world.put(standup).plan()).toMatchObject([{ kind: 'create', generation: 1 }]);
  });

  it('[P12] brings a dismissed block back where the rule says so', () => {
    const world = new PlanWorld(
      ['A', 'B'],
      [{ id: 'mesh', sources: ['*'], targets: ['*'], options: { onDelete: 'recreate' } }],
    );
    world.put(standup).settle();
    world.save({ ...world.record('B'), state: 'dismissed' });
    expect(world.plan()).toMatchObject([{ kind: 'create', generation: 1 }]);
  });

  it('[P13] brings a removed block back under the next generation', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle().remove(standup).settle();
    expect(world.shown('B')).toEqual([]);
    expect(world.put(standup).plan()).toMatchObject([{ kind: 'create', generation: 1 }]);
  });

  it('[P14] removes the block of a source that no longer meets the rule', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world.put({ ...standup, response: 'declined' });
    expect(world.plan()).toMatchObject([{ kind: 'delete', cause: 'sourceGone' }]);
  });

  it('[P14] keeps a block beyond a horizon that was drawn in', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world.window = { ...world.window, end: at('2026-05-04T22:00Z') };
    expect(world.plan()).toEqual([]);
  });

  it('[P15] keeps history when the window slides on, and removes it after the retention', () => {
    const keep = new PlanWorld(['A', 'B']).put(standup).settle().remove(standup);
    keep.window = { start: at('2026-05-20T22:00Z'), end: at('2026-08-20T22:00Z') };
    keep.now = at('2026-05-22T08:00Z');
    expect(keep.plan()).toEqual([]);
    keep.setRules([{ id: 'mesh', sources: ['*'], targets: ['*'], options: { retentionDays: 10 } }]);
    expect(keep.plan()).toMatchObject([{ kind: 'delete', cause: 'expired' }]);
  });

  it('[P16] removes exactly the blocks of a rule that is switched off, history included', () => {
    const rules = [
      { id: 'b', sources: ['Work/A'], targets: ['Work/B'] },
      { id: 'c', sources: ['Work/A'], targets: ['Work/C'] },
    ];
    const past = timed('A', 'past', '2026-05-03T23:00Z', '2026-05-03T23:30Z');
    const world = new PlanWorld(['A', 'B', 'C'], rules).put(standup, past).settle();
    world.window = { ...world.window, start: at('2026-05-04T22:00Z') };
    world.setRules([
      { ...rules[0], id: 'b', sources: ['Work/A'], targets: ['Work/B'], enabled: false },
      { id: 'c', sources: ['Work/A'], targets: ['Work/C'] },
    ]);
    const operations = world.plan();
    expect(operations.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
      'delete B',
      'delete B',
    ]);
    expect(operations).toMatchObject([{ cause: 'ruleGone' }, { cause: 'ruleGone' }]);
  });

  it('[P16] removes the blocks that a removed account cast', () => {
    const world = new PlanWorld(['A', 'B', 'C']).put(standup).settle();
    world.readiness.delete(standup.calendar);
    expect(
      world
        .plan()
        .map(({ kind, target }) => `${kind} ${target}`)
        .sort(),
    ).toEqual(['delete B', 'delete C']);
  });

  it('[P17] neither writes nor removes for a rule that may not act', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world.frozenRules = new Set(world.rules.map(({ id }) => id));
    world.remove(standup).put(timed('A', 'new', '2026-05-06T09:00Z', '2026-05-06T09:30Z'));
    expect(world.plan()).toEqual([]);
  });
});

describe('what a plan must not conclude', () => {
  it('[P18] writes nothing on a target that was never read', () => {
    const world = new PlanWorld(['A', 'B']).put(standup);
    world.readiness.set(timed('B', 'x', 0, 1).calendar, 'waiting');
    expect(world.plan()).toEqual([]);
  });

  it('[P18] leaves a target alone that became read-only, blocks included', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle().remove(standup);
    const { calendars, ...input } = world.input();
    const readOnly = [...calendars].map(
      ([id, calendar]) => [id, { ...calendar, canWrite: false }] as const,
    );
    expect(plan({ ...input, calendars }, null)).toHaveLength(1);
    expect(plan({ ...input, calendars: new Map(readOnly) }, null)).toEqual([]);
  });

  it('[P19] removes nothing because a source is refused or not yet read', () => {
    for (const state of ['waiting', 'unavailable'] as const) {
      const world = new PlanWorld(['A', 'B']).put(standup).settle().remove(standup);
      world.readiness.set(standup.calendar, state);
      expect(world.plan()).toEqual([]);
    }
  });

  it('[P20] links a block known by its marker without a request, once', () => {
    const world = new PlanWorld(['A', 'B']).put(standup).settle();
    world.save({ ...world.record('B'), slot: null });
    expect(world.plan()).toMatchObject([{ kind: 'link' }]);
    expect(world.settle().plan()).toEqual([]);
  });

  it('[P20] keeps an unknown block while a source has not been read', () => {
    const world = new PlanWorld(['A', 'B', 'C']).put(standup).settle();
    for (const target of ['B', 'C']) world.save({ ...world.record(target), slot: null });
    world.remove(standup);
    world.readiness.set(timed('C', 'x', 0, 1).calendar, 'waiting');
    expect(world.plan()).toEqual([]);
    world.readiness.set(timed('C', 'x', 0, 1).calendar, 'ready');
    world.unlisted.add('never-listed' as AccountId);
    expect(world.plan()).toEqual([]);
    world.unlisted.clear();
    expect(world.plan().map(({ kind }) => kind)).toEqual(['delete', 'delete']);
  });
});

describe('all-day events', () => {
  it('[P14] become blocks of the same days, or of working hours', () => {
    const trip = allDay('A', 'trip', '2026-05-08', '2026-05-12');
    expect(new PlanWorld(['A', 'B']).put(trip).settle().shown('B')).toEqual([
      'Busy 2026-05-08 2026-05-12',
    ]);
    const hours = [
      {
        id: 'h',
        sources: ['Work/A'],
        targets: ['Work/B'],
        options: { allDay: 'workingHours' as const },
      },
    ];
    // Friday and Monday; 09:00 in Berlin is 07:00 UTC in May.
    expect(new PlanWorld(['A', 'B'], hours).put(trip).settle().shown('B')).toEqual([
      'Busy 05-08T07:00 05-08T15:00',
      'Busy 05-11T07:00 05-11T15:00',
    ]);
  });
});
