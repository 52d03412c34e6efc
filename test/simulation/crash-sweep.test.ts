import { describe, expect, it } from 'vitest';
import { once } from '../../electron/simulator/fault-sources.ts';
import { Life } from './life.ts';
import { comeToRest } from './run-life.ts';

interface Scenario {
  readonly name: string;
  /** What has happened before the cycle that loses its power. */
  readonly before: (life: Life) => Promise<void> | void;
}

const MINUTE = 60_000;

/** Four calendars of both providers, and a few events of every kind. */
function populated(life: Life): void {
  const { rig } = life;
  const [first = '', second = ''] = life.watch.refs();
  life.watch.during(() => {
    rig.add(first, '2026-05-06T09:00');
    rig.add(first, '2026-05-07T09:00', {}, { rrule: 'FREQ=DAILY;COUNT=3' });
    rig.add(second, '2026-05-08T09:00', {
      time: { kind: 'allDay', start: '2026-05-09', end: '2026-05-10' },
    });
    rig.add(second, '2026-05-11T09:00', { sensitivity: 'private' });
  });
}

async function settled(life: Life): Promise<void> {
  populated(life);
  await life.sync(0);
  life.rig.clock.advance(10 * MINUTE);
}

const scenarios: readonly Scenario[] = [
  { name: 'the first mesh', before: populated },
  {
    name: 'changes, moves and removals together',
    before: async (life) => {
      await settled(life);
      const { world } = life.rig;
      const [moved, series, , removed] = life.watch.peoplesEvents();
      life.watch.during(() => {
        if (moved !== undefined)
          world.updateEvent(moved.calendarId, moved.id, {
            time: {
              kind: 'timed',
              start: '2026-05-06T15:00:00',
              end: '2026-05-06T16:00:00',
              zone: 'UTC',
            },
          });
        if (series !== undefined)
          world.deleteOccurrence(series.calendarId, series.id, '2026-05-08T09:00:00.000Z');
        if (removed !== undefined) world.deleteEvent(removed.calendarId, removed.id);
      });
    },
  },
  {
    name: 'a rule that is switched off',
    before: async (life) => {
      await settled(life);
      life.rig.rules = life.rig.rules.map((rule) => ({ ...rule, enabled: false }));
    },
  },
  {
    name: 'answers to creations that were lost',
    before: async (life) => {
      populated(life);
      life.rig.faults = once({ operation: ['create', 'batch'] }, { kind: 'dropAfter' });
      await life.sync(0);
      life.rig.clock.advance(10 * MINUTE);
    },
  },
  {
    name: 'blocks that people edited and deleted',
    before: async (life) => {
      await settled(life);
      const [edited, deleted] = life.watch.blocks();
      life.watch.during(() => {
        if (edited !== undefined)
          life.rig.world.updateEvent(edited.calendarId, edited.id, { title: 'By hand' });
        if (deleted === undefined) return;
        life.watch.dismissed(deleted);
        life.rig.world.deleteEvent(deleted.calendarId, deleted.id);
      });
    },
  },
];

/** A neighbourhood with both providers and a mesh. */
const SEED = 7;

async function lived({ before }: Scenario): Promise<Life> {
  const life = new Life({ seed: SEED, devices: 1, steps: [] });
  await before(life);
  return life;
}

async function touchesOf(scenario: Scenario): Promise<number> {
  const life = await lived(scenario);
  const before = life.touches(0);
  await life.sync(0);
  return life.touches(0) - before;
}

async function rested(life: Life): Promise<void> {
  await comeToRest(life, () => {
    life.rig.seen.length = 0;
  });
}

describe('[security T2] a power cut', () => {
  it.each(scenarios)(
    'at any touch of disk or network loses and doubles nothing: $name',
    async (scenario) => {
      const touches = await touchesOf(scenario);
      expect(touches).toBeGreaterThan(40);
      for (let at = 1; at <= touches; at++) {
        const life = await lived(scenario);
        expect(await life.crash(0, at), `no power cut at touch ${at}`).toBe(true);
        await rested(life);
      }
    },
  );

  it.each(scenarios.slice(0, 3))('and another one while it recovers: $name', async (scenario) => {
    const touches = await touchesOf(scenario);
    for (let first = 3; first <= touches; first += 7) {
      for (const second of [2, 11, 29, 53, 97]) {
        const life = await lived(scenario);
        await life.crash(0, first);
        await life.crash(0, second);
        await rested(life);
      }
    }
  });
});

describe('[security F14] a disk that is full', () => {
  it.each(scenarios)(
    'from any write on stops all writes, and nothing is lost once there is room again: $name',
    async (scenario) => {
      for (let writes = 1; ; writes++) {
        const life = await lived(scenario);
        if (!(await life.fillDisk(0, writes))) {
          expect(writes).toBeGreaterThan(5);
          return;
        }
        await rested(life);
      }
    },
  );
});
