import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { always, noFaults } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Device } from '../kit/cloud-rig.ts';

const HOUR = 3_600_000;
const rule = { id: 'one', sources: ['A/Work'], targets: ['B/Work'] };

/** A target full of blocks, whose rule is then narrowed so that none of them is asked for any more. */
async function worldOf(line?: (rig: CloudRig) => (fetch: Fetch) => Fetch): Promise<{
  readonly rig: CloudRig;
  readonly device: Device;
}> {
  const rig = new CloudRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]).setRules(rule);
  for (let hour = 0; hour < 20; hour++)
    rig.add('A/Work', `2026-05-05T${String(hour).padStart(2, '0')}:00`);
  const device = rig.newDevice(undefined, line?.(rig));
  expect(await rig.sync(device)).toMatchObject({ created: 20 });
  return { rig, device };
}

const narrow = (rig: CloudRig): void =>
  void rig.setRules({ ...rule, conditions: { allDay: true } });

describe('[P24] removals that the user asked for never wait', () => {
  it.each(['a@microsoft.example', 'b@google.example'])(
    'though %s refused every answer when the rule was edited',
    async (accountEmail) => {
      const { rig, device } = await worldOf();
      narrow(rig);
      rig.faults = always({ accountEmail }, { kind: 'status', status: 403, code: 'accessDenied' });
      rig.clock.advance(60_000);
      expect(await rig.sync(device)).toMatchObject({ ok: false, deleted: 0, held: 0 });
      rig.faults = noFaults;
      rig.clock.advance(2 * HOUR);
      expect(await rig.sync(device)).toMatchObject({ deleted: 20, held: 0 });
    },
  );

  it('though the target was still being read when the rule was edited', async () => {
    let slow = false;
    const { rig, device } = await worldOf(({ clock }) => (fetch) => async (url, init) => {
      if (slow && url.includes('google.example'))
        await clock.sleep(20_000, init?.signal ?? undefined);
      return fetch(url, init);
    });
    narrow(rig);
    slow = true;
    rig.clock.advance(60_000);
    const cycle = (): ReturnType<typeof rig.sync> =>
      rig.clock.run(device.engine.cycle(new AbortController().signal));
    expect(await cycle()).toMatchObject({ deleted: 0, held: 0 });
    slow = false;
    await rig.clock.run(rig.clock.sleep(10_000));
    expect(await cycle()).toMatchObject({ deleted: 20, held: 0 });
  });

  it('nor those of a rule in whose place another one blocks the same meetings', async () => {
    const { rig, device } = await worldOf();
    const more = { ...rule, id: 'more', mask: { level: 'title' } } as const;
    const like = { ...rule, id: 'like', mask: { level: 'labelled', label: 'Away' } } as const;
    const other = {
      ...like,
      id: 'other',
      mask: { level: 'labelled', label: 'Elsewhere' },
    } as const;
    for (const rules of [
      [rule, more],
      [rule, more, like, other],
      [rule, like, other],
      [rule, other, like],
    ]) {
      rig.setRules(...rules);
      rig.clock.advance(60_000);
      expect(await rig.sync(device)).toMatchObject({ ok: true, held: 0 });
      expect(rig.blocks('B/Work')).toHaveLength(20);
    }
    expect(rig.blocks('B/Work')[0]).toMatch(/^Elsewhere /);
  });

  it('while those do that no edit asks for: the source is empty as well', async () => {
    const { rig, device } = await worldOf();
    for (const event of rig.world.events(rig.calendar('A/Work').id))
      rig.world.deleteEvent(event.calendarId, event.id);
    rig.setRules({ ...rule, name: 'Another name' });
    rig.clock.advance(60_000);
    expect(await rig.sync(device)).toMatchObject({ deleted: 0, held: 20 });
  });

  it('while those do that wait beside a write which fails again and again', async () => {
    const rig = new CloudRig([
      { label: 'A', cloud: 'microsoft', calendars: ['Work', 'Team'] },
      { label: 'B', cloud: 'google', calendars: ['Work', 'Team'] },
    ]).setRules(rule, { id: 'other', sources: ['A/Team'], targets: ['B/Team'] });
    for (let hour = 0; hour < 20; hour++)
      rig.add('A/Work', `2026-05-05T${String(hour).padStart(2, '0')}:00`);
    rig.add('A/Team', '2026-05-06T09:00');
    rig.faults = always(
      { operation: 'create', url: /b1/ },
      { kind: 'status', status: 400, code: 'invalid' },
    );
    expect(await rig.sync()).toMatchObject({ created: 20, failed: 1 });
    for (const event of rig.world.events(rig.calendar('A/Work').id))
      rig.world.deleteEvent(event.calendarId, event.id);
    rig.clock.advance(60_000);
    expect(await rig.sync()).toMatchObject({ deleted: 0, held: 20, failed: 1 });
  });

  it('while those of a rule that nobody edited do', async () => {
    const { rig, device } = await worldOf();
    for (const event of rig.world.events(rig.calendar('A/Work').id))
      rig.world.deleteEvent(event.calendarId, event.id);
    rig.clock.advance(60_000);
    expect(await rig.sync(device)).toMatchObject({ deleted: 0, held: 20 });
  });
});
