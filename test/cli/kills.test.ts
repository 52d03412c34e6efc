import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomFaults } from '../../electron/simulator/random-faults.ts';
import { between, pick, seededRandom } from '../../electron/simulator/sample/chance.ts';
import { CommandRig } from '../kit/command-rig.ts';
import { umbraProcess, type Ended } from '../kit/umbra-process.ts';

/** More in the long run: `UMBRA_KILLS=200 npx vitest run test/cli/kills`. */
const KILLS = Number(process.env['UMBRA_KILLS'] ?? 25);
const calendars = ['acme0', 'acme1', 'home0', 'club0'] as const;

let rig: CommandRig;

beforeEach(async () => {
  rig = await new CommandRig().start();
  rig.addPerson('Acme', 'microsoft', ['Calendar', 'Board']);
  rig.addPerson('Home', 'google', ['Private']);
  rig.addPerson('Club', 'google', ['Club']);
  await rig.connect('Acme', 'microsoft');
  await rig.connect('Home', 'google');
  await rig.connect('Club', 'google');
  await applyMesh();
});

afterEach(() => rig.close());

async function applyMesh(): Promise<void> {
  const file = join(rig.directory, 'mesh.json');
  writeFileSync(file, JSON.stringify({ rules: [{ id: 'mesh', sources: ['*'], targets: ['*'] }] }));
  await rig.run('rules', 'apply', file);
}

/** Everything on every calendar that is no block, as one text. */
function peoplesEvents(): string {
  return calendars
    .flatMap((id) =>
      rig.world.events(id).filter(({ fields }) => Object.keys(fields.properties).length === 0),
    )
    .map(({ id, fields }) => JSON.stringify([id, fields]))
    .join('\n');
}

/** A sync that is killed when its nth request arrives, and before it hears an answer. */
async function killedAtRequest(nth: number): Promise<Ended> {
  let asked = 0;
  let kill = (): void => undefined;
  rig.faults = () => {
    asked += 1;
    if (asked === nth) kill();
    return null;
  };
  try {
    return await umbraProcess(rig, ['sync'], null, (killIt) => {
      kill = killIt;
    });
  } finally {
    rig.faults = () => null;
  }
}

/** On each calendar a block for each event of the others, and no two for one. */
function expectMesh(): void {
  const titles = calendars.map((id) => rig.blocks(id));
  const own = calendars.map(
    (id, index) => rig.world.events(id).length - (titles[index]?.length ?? 0),
  );
  const all = own.reduce((sum, count) => sum + count, 0);
  calendars.forEach((id, index) => {
    expect(titles[index]?.length, id).toBe(all - (own[index] ?? 0));
  });
}

function someEvents(random: () => number, count: number): void {
  for (let index = 0; index < count; index++)
    rig.add(
      pick(random, calendars) ?? 'acme0',
      between(random, 1, 60),
      `Meeting ${Math.floor(random() * 1e9)}`,
    );
}

describe('[security T2] a process killed without warning', () => {
  it(`leaves nothing lost or doubled, ${KILLS} times`, { timeout: KILLS * 20_000 }, async () => {
    const random = seededRandom(20_261_123);
    let killed = 0;
    for (let run = 0; killed < KILLS; run++) {
      someEvents(random, 4);
      // Every third at any moment, so also while it starts; the others while it works.
      const { code } =
        run % 3 === 0
          ? await umbraProcess(rig, ['sync'], between(random, 250, 900))
          : await killedAtRequest(between(random, 1, 14));
      if (code === null) killed += 1;
      else expect([0, 3]).toContain(code);
      expect(run, 'it ends before it can be killed').toBeLessThan(3 * KILLS);
    }
    const theirs = peoplesEvents();
    const end = await umbraProcess(rig, ['sync', '--once', '--json']);
    expect(JSON.parse(end.out)).toMatchObject({ ok: true, failed: 0 });
    expectMesh();
    expect(await rig.json('sync')).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(peoplesEvents()).toBe(theirs);
    expect((await rig.run('audit', 'verify')).code).toBe(0);
  });

  it(
    'and clouds that fail at random: purge leaves every calendar as it was',
    { timeout: 300_000 },
    async () => {
      const random = seededRandom(7);
      someEvents(random, 12);
      const before = peoplesEvents();
      rig.faults = randomFaults(random, {
        status: 0.08,
        dropBefore: 0.05,
        dropAfter: 0.08,
        truncate: 0.03,
        captivePortal: 0.03,
        partialBatch: 0.2,
        expireCursor: 0.05,
      });
      for (let round = 0; round < 6; round++)
        await umbraProcess(rig, ['sync'], round % 2 === 0 ? between(random, 400, 1500) : null);
      rig.faults = () => null;
      const purged = await umbraProcess(rig, ['purge', '--yes', '--json']);
      expect(JSON.parse(purged.out)).toMatchObject({ ok: true, failed: 0 });
      expect(calendars.flatMap((id) => rig.blocks(id))).toEqual([]);
      expect(peoplesEvents()).toBe(before);
    },
  );
});
