import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreWorld } from '../../../../../electron/simulator/world/create-world.ts';
import { DAY_MS, shiftWall } from '../../../../../electron/simulator/world/wall-clock.ts';
import type {
  World,
  WorldOccurrence,
  WorldTime,
} from '../../../../../electron/simulator/world/types.ts';
import { WorldError } from '../../../../../electron/simulator/world/world-error.ts';
import { allDay, fields, newEvent, testWorld, timed } from './world-builder.ts';

/** The window spans the spring change of clocks. */
const from = Date.parse('2026-03-01');
const to = Date.parse('2026-05-01');

const rules = [
  null,
  'FREQ=DAILY;COUNT=20',
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231T000000Z',
] as const;

const minutes = fc.integer({ min: 0, max: 40 * 24 * 4 }).map((quarters) => quarters * 15);
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    rrule: fc.constantFrom(...rules),
    wholeDay: fc.boolean(),
    at: minutes,
  }),
  fc.record({
    kind: fc.constantFrom(
      'move',
      'rename',
      'delete',
      'moveOne',
      'renameOne',
      'deleteOne',
      'split',
      'rewrite',
    ),
    which: fc.nat(1_000),
    at: minutes,
  }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const view = (world: World, start = from, end = to) => world.occurrences('home', start, end);

function startAt(at: number, wholeDay: boolean): WorldTime {
  const start = shiftWall('2026-03-02T00:00', at * 60_000).slice(0, 16);
  return wholeDay
    ? allDay(start.slice(0, 10), shiftWall(start.slice(0, 10), DAY_MS))
    : timed(start, shiftWall(start, 45 * 60_000).slice(0, 16));
}

/** Deeds that the world refuses (an occurrence moved away meanwhile, a rule that no longer fits) change nothing. */
function act(world: World, deed: Deed): void {
  try {
    if (deed.kind === 'create') {
      const time = startAt(deed.at, deed.wholeDay);
      world.createEvent(newEvent(time, { rrule: deed.rrule, fields: fields(time) }));
      return;
    }
    const all = view(world);
    const one = all[deed.which % Math.max(1, all.length)];
    if (one !== undefined) actOn(world, one, deed.kind, deed.at);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
  }
}

function actOn(world: World, one: WorldOccurrence, kind: string, at: number): void {
  const { id } = one.event;
  const time = startAt(at, one.fields.time.kind === 'allDay');
  const key = one.originalStart;
  if (kind === 'move') world.updateEvent('home', id, { time });
  if (kind === 'rename') world.updateEvent('home', id, { title: `Title ${at}` });
  if (kind === 'delete') world.deleteEvent('home', id);
  if (kind === 'rewrite') world.rewriteVersion('home', id);
  if (key === null) return;
  if (kind === 'moveOne') world.updateOccurrence('home', id, key, { time });
  if (kind === 'renameOne') world.updateOccurrence('home', id, key, { title: `One ${at}` });
  if (kind === 'deleteOne') world.deleteOccurrence('home', id, key);
  if (kind === 'split') world.splitSeries('home', id, key, { title: `Later ${at}` });
}

const nameOf = ({ event, originalStart, start, end, fields: { title } }: WorldOccurrence) =>
  JSON.stringify([event.id, originalStart, start, end, title]);

describe('the change log', () => {
  it('lets a reader who follows it see what a full read shows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.boolean()), { maxLength: 25 }), (deeds) => {
        const { world } = testWorld();
        const mirror = new Map<string, readonly WorldOccurrence[]>();
        let cursor = 0;
        const read = () => {
          for (const { eventId, sequence } of world.changesSince('home', cursor)) {
            const event = world.event('home', eventId);
            const gone = event === undefined || event.deleted;
            mirror.set(eventId, gone ? [] : world.occurrencesOf(event, from, to));
            cursor = sequence;
          }
        };
        for (const [deed, readNow] of deeds) {
          act(world, deed);
          if (readNow) read();
        }
        read();
        expect([...mirror.values()].flat().map(nameOf).sort()).toEqual(
          view(world).map(nameOf).sort(),
        );
        expect(cursor).toBe(world.sequence('home'));
      }),
      { numRuns: 100 },
    );
  });

  it('names every place where anything looks other than before', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (deeds) => {
        const { world } = testWorld();
        for (const deed of deeds) {
          const before = view(world);
          const cursor = world.sequence('home');
          act(world, deed);
          const spans = world.changesSince('home', cursor).map((change) => change.before);
          if (spans.includes(null)) continue;
          const old = new Set(before.map(nameOf));
          const now = new Set(view(world).map(nameOf));
          const changed = [...before, ...view(world)].filter(
            (one) => !old.has(nameOf(one)) || !now.has(nameOf(one)),
          );
          for (const { start, end } of changed)
            expect(
              spans.some((list) => list?.some(([a, b]) => a <= start && end <= b) === true),
            ).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('survives a dump at any moment, and the world goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), fc.nat(12), (deeds, moment) => {
        const { world, deps } = testWorld();
        deeds.slice(0, moment).forEach((deed) => act(world, deed));
        const restored = restoreWorld(JSON.parse(JSON.stringify(world.dump())), deps);
        expect(restored.dump()).toEqual(world.dump());
        expect(view(restored).map(nameOf)).toEqual(view(world).map(nameOf));
      }),
      { numRuns: 60 },
    );
  });
});
