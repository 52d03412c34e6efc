import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { always } from '../../electron/simulator/fault-sources.ts';
import { CommandRig } from '../kit/command-rig.ts';

let rig: CommandRig;

beforeEach(async () => {
  rig = await new CommandRig().start();
  rig.addPerson('Acme', 'microsoft', ['Calendar']);
  rig.addPerson('Home', 'google', ['Private']);
  await rig.connect('Acme', 'microsoft');
  await rig.connect('Home', 'google');
  const file = join(rig.directory, 'rules.json');
  writeFileSync(file, JSON.stringify({ rules: [{ id: 'm', sources: ['*'], targets: ['*'] }] }));
  await rig.run('rules', 'apply', file);
});

afterEach(() => rig.close());

const writes = (): readonly string[] =>
  rig.seen.flatMap(({ operation }) =>
    ['create', 'update', 'delete', 'batch'].includes(operation) ? [operation] : [],
  );

describe('umbra plan', () => {
  it('shows what the first sync will write, writes nothing, and shows nothing more after it', async () => {
    rig.add('acme0', 3, 'Project Nightingale');
    rig.add('home0', 4);
    const block = expect.objectContaining({ title: 'Busy' }) as unknown;
    const planned = {
      ok: true,
      problems: [],
      operations: [
        { kind: 'create', target: 'Acme/Calendar', source: 'Home/Private', held: false, block },
        { kind: 'create', target: 'Home/Private', source: 'Acme/Calendar', held: false, block },
      ],
    };
    const plan = await rig.json('plan');
    expect({
      ...plan,
      operations: inOrder(plan['operations']),
    }).toMatchObject(planned);
    expect(writes()).toEqual([]);
    expect(JSON.stringify(plan)).not.toContain('Nightingale');
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, created: 2 });
    expect(await rig.json('plan')).toMatchObject({ ok: true, operations: [] });
  });

  it('shows what has changed since the last sync, and keeps nothing of it from the next one', async () => {
    const event = rig.add('acme0', 3);
    await rig.run('sync', '--once');
    rig.world.deleteEvent(event.calendarId, event.id);
    rig.seen.length = 0;
    for (const time of ['once', 'and again'])
      expect((await rig.json('plan'))['operations'], time).toMatchObject([
        { kind: 'delete', target: 'Home/Private' },
      ]);
    expect(writes()).toEqual([]);
    expect(rig.blocks('home0')).toHaveLength(1);
    expect(await rig.json('sync', '--once')).toMatchObject({ ok: true, deleted: 1 });
    expect(rig.blocks('home0')).toEqual([]);
  });

  it('[sync-engine, Safety 8] takes no brake away from the sync that follows it', async () => {
    const events = [3, 4, 5, 6, 7].map((day) => rig.add('acme0', day));
    await rig.run('sync', '--once');
    for (const { calendarId, id } of events) rig.world.deleteEvent(calendarId, id);
    const { operations } = await rig.json('plan');
    expect(operations).toHaveLength(5);
    expect(operations).toMatchObject(Array.from({ length: 5 }, () => ({ held: true })));
    expect(await rig.json('sync', '--once')).toMatchObject({ deleted: 0, held: 5 });
    expect(rig.blocks('home0')).toHaveLength(5);
  });

  it('says what could not be read, and does not call it in place', async () => {
    rig.faults = always(
      { operation: 'list' },
      { kind: 'status', status: 403, code: 'ErrorAccessDenied' },
    );
    const { code, out } = await rig.run('plan');
    expect(code).toBe(3);
    expect(out).toContain('as far as could be read');
    expect(out).toContain('Acme/Calendar');
  });
});

function inOrder(operations: unknown): readonly unknown[] {
  return (operations as { target: string }[]).toSorted((a, b) => a.target.localeCompare(b.target));
}
