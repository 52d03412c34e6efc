import { describe, expect, it } from 'vitest';
import { always, noFaults } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const hour = 60 * 60_000;

describe.each(['microsoft', 'google'] as const)(
  '[security F22] a proxy that hands one %s account the list of calendars of another',
  (cloud) => {
    const people: readonly Person[] = [
      { label: 'A', cloud, calendars: ['Work', 'Team'] },
      { label: 'B', cloud, calendars: ['Work', 'Board'] },
    ];

    it('lets nothing be written, removed or shown, and leaves all in its place', async () => {
      const rig = new CloudRig(people).setRules({
        id: 'one',
        sources: ['A/Work', 'B/Board'],
        targets: ['A/Team', 'B/Work'],
      });
      rig.add('A/Work', '2026-05-05T09:00');
      rig.add('B/Board', '2026-05-06T09:00');
      await rig.sync();
      const before = [rig.blocks('A/Team'), rig.blocks('B/Work')];
      rig.add('A/Work', '2026-05-07T09:00');
      rig.faults = always({ operation: 'calendars' }, { kind: 'otherAccount' });
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(hour + 1);
        expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 0 });
      }
      expect([rig.blocks('A/Team'), rig.blocks('B/Work')]).toEqual(before);

      rig.faults = noFaults;
      rig.clock.advance(hour + 1);
      await rig.sync();
      expect(await rig.sync()).toMatchObject({ ok: true, updated: 0, deleted: 0 });
      for (const target of ['A/Team', 'B/Work'])
        expect(rig.blocks(target)).toEqual([
          'Busy 05-05T09:00 05-05T10:00',
          'Busy 05-06T09:00 05-06T10:00',
          'Busy 05-07T09:00 05-07T10:00',
        ]);
    });
  },
);
