import { describe, expect, it } from 'vitest';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const people: readonly Person[] = [
  { label: 'A', cloud: 'microsoft', calendars: ['Work', 'Team'] },
  { label: 'B', cloud: 'google', calendars: ['Work', 'Team'] },
];
const hour = 60 * 60_000;

describe.each([
  ['A', 'B'],
  ['B', 'A'],
] as const)('[security F11] a calendar of %s that is renamed', (label, other) => {
  const team = `${label}/Team`;
  const work = `${other}/Work`;

  it.each([
    ['source', team, work, work],
    ['target', work, team, `${label}/Board`],
  ])('stays the %s of the rule that names it', async (_role, source, target, afterwards) => {
    const rig = new CloudRig(people).setRules({ id: 'one', sources: [source], targets: [target] });
    const { calendarId, id } = rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rename(rig, team);
    rig.world.updateEvent(calendarId, id, {
      time: {
        kind: 'timed',
        start: '2026-05-05T11:00:00',
        end: '2026-05-05T12:00:00',
        zone: 'UTC',
      },
    });
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 1, deleted: 0 });
    expect(rig.blocks(afterwards)).toEqual(['Busy 05-05T11:00 05-05T12:00']);
  });

  it('shows nothing of itself where a rule leaves it out, on this computer as on a new one', async () => {
    const rig = new CloudRig(people).setRules({
      id: 'one',
      sources: ['*'],
      targets: [work],
      exclude: [team],
    });
    rig.add(team, '2026-05-05T09:00');
    rig.add(`${label}/Work`, '2026-05-06T09:00');
    await rig.sync();
    rename(rig, team);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
    // It never heard the name that the rule means.
    const other = rig.newDevice();
    for (let cycle = 0; cycle < 3; cycle++) {
      expect(await rig.sync(other)).toMatchObject({ ok: true, created: 0, deleted: 0 });
      rig.clock.advance(hour);
    }
    expect(rig.blocks(work)).toEqual(['Busy 05-06T09:00 05-06T10:00']);
  });

  it('leaves its name to nobody', async () => {
    const rig = new CloudRig(people);
    await rig.sync();
    const before = rig.calendar(team);
    rename(rig, team);
    rig.world.addCalendar({ ...before, id: 'new', name: 'Team' });
    await rig.sync();
    const refs = rig.device.store.calendars().map(({ name, ref }) => `${name}: ${ref}`);
    expect(refs).toEqual(expect.arrayContaining([`Board: ${team}`, `Team: ${team} (2)`]));
  });
});

/** Renames it, and waits until the lists of calendars are old enough to be read anew. */
function rename(rig: CloudRig, ref: string): void {
  rig.world.updateCalendar(rig.calendar(ref).id, { name: 'Board' });
  rig.clock.advance(hour + 1);
}
