import { describe, expect, it } from 'vitest';
import { always, noFaults } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const people: readonly Person[] = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
  { label: 'S', cloud: 'google', calendars: ['Work', 'Extra'] },
];
const minute = 60_000;

describe.each(['M/Work', 'G/Work'])('two devices of one vault, blocks on %s', (target) => {
  it('[security F15] leave each other’s blocks alone, also those of a calendar that one has not listed yet', async () => {
    const rig = new CloudRig(people);
    const extra = rig.calendar('S/Extra');
    rig.world.updateCalendar(extra.id, { deleted: true });
    const second = rig.newDevice();
    await rig.sync();
    rig.clock.advance(30 * minute);
    await rig.sync(second);
    rig.clock.advance(31 * minute);
    rig.world.updateCalendar(extra.id, { deleted: false });
    rig.add('S/Extra', '2026-05-05T09:00');
    // Its list is an hour old, the other's half an hour.
    await rig.sync();
    expect(rig.blocks(target)).toHaveLength(1);
    for (let cycle = 0; cycle < 4; cycle++) {
      rig.clock.advance(minute);
      expect(await rig.sync(second)).toMatchObject({ ok: true, deleted: 0 });
    }
    await rig.sync();
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[P20] leave a block alone whose event only the other could make out, also after a restart', async () => {
    const rig = new CloudRig(people);
    const second = rig.newDevice();
    await rig.sync();
    await rig.sync(second);
    rig.clock.advance(minute);
    rig.add('S/Work', '2026-05-05T09:00');
    const calendarId = rig.calendar('S/Work').id;
    rig.faults = always(
      { operation: ['list', 'delta'], calendarId },
      { kind: 'damage', how: 'noEnd' },
    );
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(minute);
      await rig.sync(second);
    }
    rig.faults = noFaults;
    await rig.sync();
    expect(rig.blocks(target)).toHaveLength(1);
    const restarted = rig.newDevice(second.store);
    for (const device of [second, restarted, restarted, restarted]) {
      rig.clock.advance(minute);
      expect(await rig.sync(device)).toMatchObject({ deleted: 0 });
    }
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[security F15] leave no read behind that a second look has begun', async () => {
    const rig = new CloudRig(people, 1);
    const extra = rig.calendar('S/Extra');
    rig.world.updateCalendar(extra.id, { deleted: true });
    const second = rig.newDevice();
    await rig.sync(second);
    rig.clock.advance(30 * minute);
    rig.world.updateCalendar(extra.id, { deleted: false });
    for (const hour of ['09', '11', '13', '15']) rig.add('S/Extra', `2026-05-05T${hour}:00`);
    await rig.sync();
    rig.clock.advance(minute);
    // Each calendar takes longer than a cycle waits.
    rig.latency = () => 6_000;
    await rig.sync(second);
    const asked = rig.seen.length;
    await rig.clock.run(rig.clock.sleep(10 * minute));
    expect(rig.seen).toHaveLength(asked);
  });
});

describe('[P20] a second device of a shared vault', () => {
  const first = (): CloudRig => {
    const rig = new CloudRig(people);
    rig.otherDevices = true;
    rig.add('G/Work', '2026-05-05T09:00');
    rig.add('S/Extra', '2026-05-06T09:00');
    return rig;
  };
  const all = (rig: CloudRig): number =>
    ['M/Work', 'G/Work', 'S/Work', 'S/Extra'].flatMap((ref) => rig.blocks(ref)).length;

  it('removes nothing before it has rules', async () => {
    const rig = first();
    await rig.sync();
    expect(all(rig)).toBe(6);
    const { rules } = rig;
    rig.setRules();
    const second = rig.newDevice();
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(minute);
      expect(await rig.sync(second)).toMatchObject({ ok: true, deleted: 0, held: 6 });
    }
    rig.rules = rules;
    rig.clock.advance(minute);
    expect(await rig.sync(second)).toMatchObject({ ok: true, created: 0, deleted: 0, held: 0 });
    expect(second.store.holds()).toEqual([]);
    expect(all(rig)).toBe(6);
  });

  it('asks once whether to keep what comes of an account that it lacks', async () => {
    const rig = first();
    await rig.sync();
    // The second one has no access to S at all.
    rig.setRules({ id: 'mesh', sources: ['M/*', 'G/*'], targets: ['M/*', 'G/*'] });
    const second = rig.newDevice();
    const both = (): readonly string[] => [...rig.blocks('M/Work'), ...rig.blocks('G/Work')];
    expect(await rig.sync(second)).toMatchObject({ ok: true, deleted: 0, held: 5 });
    expect(new Set(second.store.holds().map(({ reason }) => reason))).toEqual(
      new Set(['otherDevice']),
    );
    for (const { rule, target } of second.store.holds())
      second.engine.decideHold(rule, target, 'rejected');
    rig.setRules({ id: 'mesh', sources: ['*'], targets: ['*'] });
    rig.add('S/Extra', '2026-05-07T09:00');
    rig.clock.advance(minute);
    await rig.sync();
    rig.setRules({ id: 'mesh', sources: ['M/*', 'G/*'], targets: ['M/*', 'G/*'] });
    rig.clock.advance(minute);
    expect(await rig.sync(second)).toMatchObject({ ok: true, deleted: 0 });
    expect(second.store.holds().every(({ state }) => state === 'rejected')).toBe(true);
    expect(both()).toHaveLength(5);
  });
});
