import { describe, expect, it } from 'vitest';
import { CloudRig } from '../../../../kit/cloud-rig.ts';
import { firstOf, once } from '../../../../../electron/simulator/fault-sources.ts';

describe('F22: an answer that shows no event', () => {
  it('is not taken for a block whose marker somebody took off: the block stays ours and is changed later', async () => {
    const rig = new CloudRig([
      { label: 'A', cloud: 'google' },
      { label: 'B', cloud: 'microsoft' },
    ]);
    rig.setRules({ id: 'one', sources: ['A/Work'], targets: ['B/Work'] });
    const event = rig.add('A/Work', '2026-05-05T09:00');
    await rig.sync();
    const [block] = rig.blockEvents('B/Work');
    rig.world.updateEvent(event.calendarId, event.id, {
      time: {
        kind: 'timed',
        start: '2026-05-06T09:00:00',
        end: '2026-05-06T10:00:00',
        zone: 'UTC',
      },
    });
    rig.faults = firstOf(
      once({ method: 'PATCH' }, { kind: 'status', status: 412, code: 'conditionNotMet' }),
      once({ operation: 'get' }, { kind: 'status', status: 200, body: '{}' }),
    );
    await rig.sync();
    await rig.sync();
    expect(rig.blockEvents('B/Work').map(({ id }) => id)).toEqual([block?.id]);
    expect(rig.blocks('B/Work')).toEqual(['Busy 05-06T09:00 05-06T10:00']);
  });
});
