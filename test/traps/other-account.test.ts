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

    it.each([
      ['each reads only its own', []],
      ['they share what they have', ['A/Work', 'A/Team', 'B/Work', 'B/Board']],
    ])(
      'is seen through, and all goes on with the calendars that are known, where %s',
      async (_where, shared) => {
        const rig = new CloudRig(people).setRules({
          id: 'one',
          sources: ['A/Work', 'B/Board'],
          targets: ['A/Team', 'B/Work'],
        });
        for (const ref of shared) rig.share(ref, ref.startsWith('A') ? 'B' : 'A');
        rig.add('A/Work', '2026-05-05T09:00');
        rig.add('B/Board', '2026-05-06T09:00');
        await rig.sync();
        rig.add('A/Work', '2026-05-07T09:00');
        rig.faults = always({ operation: 'calendars' }, { kind: 'otherAccount' });
        const inPlace = [
          'Busy 05-05T09:00 05-05T10:00',
          'Busy 05-06T09:00 05-06T10:00',
          'Busy 05-07T09:00 05-07T10:00',
        ];
        for (const trouble of [true, true, false]) {
          if (!trouble) rig.faults = noFaults;
          rig.clock.advance(hour + 1);
          expect(await rig.sync()).toMatchObject({ updated: 0, deleted: 0, ok: !trouble });
          for (const target of ['A/Team', 'B/Work']) expect(rig.blocks(target)).toEqual(inPlace);
        }
      },
    );
  },
);
