import { describe, expect, it } from 'vitest';
import { always, noFaults } from '../../electron/simulator/fault-sources.ts';
import type { Person } from '../kit/cloud-rig.ts';
import { CloudRig } from '../kit/cloud-rig.ts';

const minute = 60_000;

function peopleOn(cloud: Person['cloud']): readonly Person[] {
  return [
    { label: 'A', cloud, domain: 'calendar.example' },
    { label: 'B', cloud, domain: 'calendar.example' },
    { label: 'C', cloud: cloud === 'google' ? 'microsoft' : 'google' },
  ];
}

/** B may be shown a calendar of A's. */
const withTeam: readonly Person[] = [
  { label: 'A', cloud: 'google', calendars: ['Work', 'Team'], domain: 'calendar.example' },
  { label: 'B', cloud: 'google', domain: 'calendar.example' },
];

describe.each(['microsoft', 'google'] as const)(
  '[security I2] a calendar that two %s accounts list',
  (cloud) => {
    it('is blocked once, and its blocks are left in peace', async () => {
      const rig = new CloudRig(peopleOn(cloud));
      rig.share('A/Work', 'B');
      rig.add('C/Work', '2026-05-05T09:00');
      rig.add('A/Work', '2026-05-06T09:00');
      expect(await rig.sync()).toMatchObject({ ok: true, created: 4 });
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(10 * minute);
        expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
      }
      expect(rig.blocks('A/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
      expect(rig.blocks('B/Work')).toHaveLength(2);
    });

    it('loses nothing where it was shared after it had blocks', async () => {
      const rig = new CloudRig(peopleOn(cloud));
      rig.add('C/Work', '2026-05-05T09:00');
      await rig.sync();
      rig.share('A/Work', 'B');
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(61 * minute);
        expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
      }
      expect(rig.blocks('A/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    });

    it('never takes the name of one that was there, so that no rule comes to mean it', async () => {
      const rig = new CloudRig(peopleOn(cloud));
      rig.setRules({ id: 'one', sources: ['C/Work'], targets: ['B/Work'] });
      await rig.sync();
      rig.share('A/Work', 'B', 'writer');
      rig.add('C/Work', '2026-05-05T09:00');
      rig.clock.advance(61 * minute);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 1 });
      expect([rig.blocks('A/Work'), rig.blocks('B/Work')]).toEqual([
        [],
        ['Busy 05-05T09:00 05-05T10:00'],
      ]);
    });

    it.each(['writer', 'reader'] as const)(
      'keeps the blocks of the account that stays, where the other leaves as its %s',
      async (access) => {
        const rig = new CloudRig(peopleOn(cloud));
        rig.share('A/Work', 'B', access);
        rig.add('C/Work', '2026-05-05T09:00');
        await rig.sync();
        const written = rig.device.store
          .calendars()
          .filter(({ id }) => rig.device.store.blocksOn(id).some(({ slot }) => slot !== null));
        const leaving = rig.accounts.find(({ label }) => label === 'B');
        expect(written.map(({ account }) => account)).toContain(rig.accounts[0]?.id);
        if (leaving === undefined) throw new Error('No account B');
        const { engine, store } = rig.device;
        const work = engine.purge(
          { anyVault: false, only: leaving.id },
          new AbortController().signal,
        );
        expect(await rig.clock.run(work)).toMatchObject({ ok: true, removed: 1, left: [] });
        store.removeAccount(leaving.id);
        expect(rig.blocks('A/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
        expect(rig.blocks('B/Work')).toEqual([]);
      },
    );

    it('is the same to a new device', async () => {
      const rig = new CloudRig(peopleOn(cloud));
      rig.share('A/Work', 'B');
      rig.add('C/Work', '2026-05-05T09:00');
      await rig.sync();
      const other = rig.newDevice();
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(10 * minute);
        expect(await rig.sync(other)).toMatchObject({ ok: true, created: 0, deleted: 0 });
      }
      expect(rig.blocks('A/Work')).toHaveLength(1);
    });
  },
);

describe.each(['reader', 'nothing'] as const)(
  '[P33] a shared calendar of which the listing that rules mean is left with %s',
  (left) => {
    it('has one block for each meeting, written through the other', async () => {
      const rig = new CloudRig(withTeam).setRules({
        id: 'one',
        sources: ['A/Work'],
        targets: ['A/Team', 'B/*'],
      });
      rig.add('A/Work', '2026-05-05T09:00');
      rig.share('A/Team', 'B');
      const team = rig.calendar('A/Team');
      await rig.sync();
      const { store } = rig.device;
      const home = store
        .calendars()
        .find(
          ({ id, remoteId }) => remoteId === team.id && store.blocksOn(id).some((row) => row.slot),
        );
      // Whichever of the two it is that blocks were written through.
      const throughA = home?.account === rig.accounts[0]?.id;
      if (throughA) rig.world.updateCalendar(team.id, { access: 'reader' });
      else if (left === 'reader') rig.share('A/Team', 'B', 'reader');
      else rig.world.updateCalendar(team.id, { sharedWith: {} });
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(61 * minute);
        await rig.sync();
      }
      expect(rig.blocks('A/Team')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
      rig.clock.advance(minute);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    });
  },
);

describe('[P33] a block that was removed through another listing, without an answer', () => {
  it('is not taken for dismissed once its own listing counts again', async () => {
    const rig = new CloudRig(withTeam).setRules({
      id: 'one',
      sources: ['A/Work'],
      targets: ['A/Team', 'B/*'],
    });
    rig.add('A/Work', '2026-05-05T09:00');
    rig.share('A/Team', 'B');
    await rig.sync();
    rig.share('A/Team', 'B', 'reader');
    rig.clock.advance(61 * minute);
    rig.faults = always({ operation: 'delete' }, { kind: 'dropAfter' });
    await rig.sync();
    rig.faults = noFaults;
    for (let cycle = 0; cycle < 2; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync();
    }
    rig.share('A/Team', 'B', 'writer');
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(61 * minute);
      await rig.sync();
    }
    expect(rig.blocks('A/Team')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });
});

describe('[P33] a shared source of which the listing that rules mean is gone', () => {
  it('casts one block for each event, through the other', async () => {
    const rig = new CloudRig([...withTeam, { label: 'C', cloud: 'microsoft' }]).setRules({
      id: 'one',
      sources: ['A/Team', 'B/*'],
      targets: ['C/Work'],
    });
    rig.add('A/Team', '2026-05-05T09:00');
    rig.share('A/Team', 'B');
    await rig.sync();
    const { store } = rig.device;
    const calendars = store.calendars();
    const [row] = calendars.flatMap(({ id }) => store.blocksOn(id));
    const home = calendars.find(({ id }) => id === row?.slot?.sourceCalendar);
    // The id of B's listing comes before that of A's, which is the one that stays.
    expect(home?.account).toBe(rig.accounts[1]?.id);
    rig.world.updateCalendar(rig.calendar('A/Team').id, { sharedWith: {} });
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(61 * minute);
      await rig.sync();
    }
    expect(rig.blocks('C/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });
});

describe('[security I10] a block that somebody copied to another calendar', () => {
  it('does not stay behind where its rule is taken away at the same time', async () => {
    const rig = new CloudRig(peopleOn('google'));
    rig.setRules({ id: 'one', sources: ['C/Work'], targets: ['A/Work'] });
    rig.add('C/Work', '2026-05-05T09:00');
    await rig.sync();
    const [block] = rig.blockEvents('A/Work');
    rig.rules = [];
    rig.clock.advance(10 * minute);
    // Somebody copies it in the middle of the cycle, after the calendar was read.
    rig.meanwhile = () => {
      if (rig.seen.length !== 1 || block === undefined) return;
      rig.world.createEvent({ ...block, id: 'copy', uid: 'copy' });
    };
    expect(await rig.sync()).toMatchObject({ deleted: 1 });
    rig.meanwhile = () => undefined;
    expect(rig.blocks('A/Work')).toHaveLength(1);
    rig.clock.advance(10 * minute);
    await rig.sync();
    expect(rig.blocks('A/Work')).toEqual([]);
    // Each removal asks for one more look; then there is nothing left to look at.
    await rig.sync();
    await rig.sync();
    expect(rig.requests()).toEqual({});
  });

  it('goes without taking the block itself along', async () => {
    const rig = new CloudRig(peopleOn('google'));
    rig.setRules({ id: 'one', sources: ['C/Work'], targets: ['A/Work', 'B/Work'] });
    const meeting = rig.add('C/Work', '2026-05-05T09:00');
    await rig.sync();
    const [block] = rig.blockEvents('A/Work');
    rig.world.createEvent({
      calendarId: rig.calendar('B/Work').id,
      uid: 'copy',
      rrule: null,
      fields: { ...(block ?? meeting).fields },
    });
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync();
    }
    expect(rig.blocks('A/Work')).toHaveLength(1);
    rig.world.deleteEvent(meeting.calendarId, meeting.id);
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync();
    }
    expect([rig.blocks('A/Work'), rig.blocks('B/Work')]).toEqual([[], []]);
  });
});
