import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { CalendarId, EventId } from '../../shared/model/ids.ts';
import type { Operation } from '../../shared/plan/operation.ts';
import type { Changes } from '../../shared/plan/plan.ts';
import { regionOf } from '../../shared/plan/regions.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { addDays, plainDate } from '../../shared/time/plain-date.ts';
import { overlaps, union, type Interval } from '../../shared/time/interval.ts';
import { at, allDay, meeting, timed } from '../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../kit/plan-world.ts';

const names = ['A', 'B', 'C'] as const;
const origin = at('2026-05-05T06:00:00Z');
const QUARTER = 15 * 60_000;

/** Events close together in time, so that they overlap, touch, repeat and hide each other as often as can be. */
const event = fc
  .record({
    calendar: fc.constantFrom(...names),
    name: fc.integer({ min: 0, max: 5 }),
    start: fc.integer({ min: -40, max: 120 }),
    length: fc.integer({ min: 0, max: 30 }),
    uid: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
    wholeDay: fc.boolean(),
    response: fc.constantFrom('accepted' as const, 'declined' as const, 'tentative' as const),
    showAs: fc.constantFrom('busy' as const, 'free' as const, 'oof' as const),
  })
  .map(({ calendar, name, start, length, uid, wholeDay, response, showAs }): CalendarEvent => {
    const overrides = { meeting: uid === null ? null : meeting(String(uid)), response, showAs };
    if (wholeDay) {
      const day = addDays(plainDate('2026-05-05'), Math.floor(start / 32));
      return allDay(calendar, `day${name}`, day, addDays(day, 1 + (length % 3)), overrides);
    }
    const from = origin + start * QUARTER;
    return timed(calendar, `event${name}`, from, from + length * QUARTER, overrides);
  });

const ruleOptions = fc.record({
  merge: fc.boolean(),
  skipWhenBusy: fc.boolean(),
  bufferBefore: fc.constantFrom(0, 15, 60),
  bufferAfter: fc.constantFrom(0, 30),
  roundTo: fc.constantFrom(0 as const, 15 as const, 60 as const),
  allDay: fc.constantFrom('allDay' as const, 'workingHours' as const, 'skip' as const),
});

const rules: fc.Arbitrary<RuleInput[]> = fc
  .array(
    fc.record({
      sources: fc.constantFrom<string[]>(['*'], ['Work/A'], ['Work/A', 'Work/B']),
      targets: fc.constantFrom<string[]>(['*'], ['Work/C'], ['Work/B', 'Work/C']),
      level: fc.constantFrom('busy' as const, 'title' as const),
      options: ruleOptions,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map(({ level, options, ...sides }, index) => ({
      id: `rule${index}`,
      ...sides,
      mask: { level },
      options: { ...options, mergeGap: options.merge ? 20 : 0 },
    })),
  );

function worldOf(ruleSet: RuleInput[], events: readonly CalendarEvent[]): PlanWorld {
  return new PlanWorld(names, ruleSet).put(...events);
}

/** What the engine would call dirty after these events changed. */
function changesBetween(
  world: PlanWorld,
  before: readonly CalendarEvent[],
  after: readonly CalendarEvent[],
): Changes {
  const touched = [...before, ...after];
  const regions = new Map<CalendarId, Interval[]>();
  for (const { targets, sources } of world.input().rules) {
    for (const one of touched) {
      const span = regionOf(one.time, world.zone);
      for (const target of targets) {
        if (sources.includes(one.calendar) || target === one.calendar)
          regions.set(target, [...(regions.get(target) ?? []), span]);
      }
    }
  }
  const events = touched.map(({ calendar, id }): { calendar: CalendarId; id: EventId } => ({
    calendar,
    id,
  }));
  return {
    regions: new Map([...regions].map(([target, spans]) => [target, union(spans)])),
    events,
  };
}

function told(operations: readonly Operation[]): string[] {
  return operations
    .map((operation) =>
      JSON.stringify([
        operation.kind,
        operation.target,
        operation.kind === 'create' ? operation.key : operation.record.key,
        'written' in operation ? operation.written : null,
      ]),
    )
    .sort();
}

describe('the planner', () => {
  it('[P1] plans a change just as it would plan everything anew', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(event, { maxLength: 14 }),
        fc.array(event, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(20), { maxLength: 2 }),
        (ruleSet, events, arriving, leaving) => {
          const world = worldOf(ruleSet, events).settle();
          const held = [...world.events.values()];
          const removed = leaving.flatMap((index) => held[index] ?? []);
          const replaced = arriving.flatMap(
            (one) => world.events.get(`${one.calendar}/${one.id}`) ?? [],
          );
          for (const one of removed) world.remove(one);
          world.put(...arriving);
          const changes = changesBetween(world, [...removed, ...replaced], arriving);
          expect(told(world.plan(changes))).toEqual(told(world.plan()));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('[P2] gives one plan for whatever order of events and rules of equal rank', () => {
    fc.assert(
      fc.property(
        rules,
        fc.uniqueArray(event, {
          maxLength: 12,
          selector: ({ calendar, id }) => `${calendar}/${id}`,
        }),
        fc.integer(),
        (ruleSet, events, seed) => {
          const shuffled = [...events]
            .sort((a, b) => (a.id + seed < b.id + seed ? 1 : -1))
            .reverse();
          const sides = ruleSet.map((one) => ({
            ...one,
            sources: [...one.sources].reverse(),
            targets: [...one.targets].reverse(),
          }));
          expect(told(worldOf(sides, shuffled).plan())).toEqual(
            told(worldOf(ruleSet, events).plan()),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[P3] has nothing left to plan once a plan was carried out', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(event, { maxLength: 14 }),
        fc.array(event, { maxLength: 6 }),
        (ruleSet, events, later) => {
          const world = worldOf(ruleSet, events).settle();
          expect(world.plan()).toEqual([]);
          world.put(...later).settle();
          expect(world.plan()).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('[P9] covers with merged blocks just the time that unmerged ones cover', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const spans = (merge: boolean): Interval[] => {
          const world = worldOf(
            [{ id: 'r', sources: ['Work/A', 'Work/B'], targets: ['Work/C'], options: { merge } }],
            events,
          ).settle();
          const live = [...world.records.values()].filter(
            ({ state, content }) => state === 'live' && content.time.kind === 'timed',
          );
          return union(live.map(({ content }) => spanOf(content.time, world.zone)));
        };
        expect(spans(true)).toEqual(spans(false));
      }),
      { numRuns: 500 },
    );
  });

  it('[P4] never lets two blocks of one meeting lie on one target', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 14 }), (ruleSet, events) => {
        const plain = ruleSet.map((one) => ({
          ...one,
          options: { ...one.options, merge: false, mergeGap: 0, allDay: 'allDay' as const },
        }));
        const world = worldOf(plain, events).settle();
        const seen = new Set<string>();
        for (const { target, slot } of world.records.values()) {
          const source =
            slot === null
              ? undefined
              : world.events.get(`${slot.sourceCalendar}/${slot.sourceEvent}`);
          if (source?.meeting == null) continue;
          const name = `${target} ${source.meeting} ${source.time.start} ${source.occurrence}`;
          expect(seen.has(name)).toBe(false);
          seen.add(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[P14] writes blocks only where they touch the window', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 14 }), (ruleSet, events) => {
        const world = worldOf(ruleSet, events);
        for (const operation of world.plan()) {
          if (operation.kind !== 'create') continue;
          expect(overlaps(spanOf(operation.content.time, world.zone), world.window)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
