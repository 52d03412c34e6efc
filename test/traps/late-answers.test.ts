import { describe, expect, it } from 'vitest';
import { always, noFaults } from '../../electron/simulator/fault-sources.ts';
import type { WorldEvent } from '../../electron/simulator/world/types.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const pair: readonly Person[] = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
];
const minute = 60_000;
const writes = ['create', 'update', 'delete', 'batch'] as const;

/** How the log tells of such writes: what was meant, and what came of it. */
function told(rig: CloudRig, action: string): readonly string[] {
  return [...rig.device.store.auditEntries()]
    .filter((entry) => entry.action === action)
    .map(({ outcome }) => outcome);
}

/** A cycle whose writes are all carried out, and of which nobody hears. */
async function syncUnheard(rig: CloudRig): Promise<void> {
  rig.faults = always({ operation: [...writes] }, { kind: 'dropAfter' });
  await rig.sync();
  expect(rig.device.store.openIntents()).toHaveLength(1);
  rig.faults = noFaults;
}

function move(rig: CloudRig, { calendarId, id }: WorldEvent, day: string): void {
  const [start, end] = [`${day}T09:00:00`, `${day}T10:00:00`];
  rig.world.updateEvent(calendarId, id, { time: { kind: 'timed', start, end, zone: 'UTC' } });
}

async function cycles(rig: CloudRig): Promise<void> {
  for (let cycle = 0; cycle < 3; cycle++) {
    rig.clock.advance(10 * minute);
    await rig.sync();
  }
}

/** What nobody answered counts as outstanding in `status`, `doctor`, Rules and Health. */
describe.each([
  ['M/Work', 'G/Work'],
  ['G/Work', 'M/Work'],
] as const)(
  'a write from %s to %s that was carried out, and whose answer was lost',
  (source, target) => {
    it('is outstanding until a read shows the new block, and then no more', async () => {
      const rig = new CloudRig(pair);
      rig.add(source, '2026-05-05T09:00');
      await syncUnheard(rig);
      await cycles(rig);
      expect(rig.device.store.openIntents()).toEqual([]);
      expect(told(rig, 'create')).toEqual(['intended', 'unreachable', 'found']);
      expect(rig.blocks(target)).toHaveLength(1);
    });

    it('is outstanding no more once the block is seen gone', async () => {
      const rig = new CloudRig(pair);
      const event = rig.add(source, '2026-05-05T09:00');
      await rig.sync();
      rig.world.deleteEvent(event.calendarId, event.id);
      rig.clock.advance(10 * minute);
      await syncUnheard(rig);
      await cycles(rig);
      expect(rig.device.store.openIntents()).toEqual([]);
      expect(['gone', 'removed']).toContain(told(rig, 'delete').at(-1));
      expect(rig.blocks(target)).toEqual([]);
    });

    it('is outstanding no more once the block is seen changed', async () => {
      const rig = new CloudRig(pair);
      const event = rig.add(source, '2026-05-05T09:00');
      await rig.sync();
      rig.world.updateEvent(event.calendarId, event.id, {
        time: {
          kind: 'timed',
          start: '2026-05-06T11:00:00',
          end: '2026-05-06T12:00:00',
          zone: 'UTC',
        },
      });
      rig.clock.advance(10 * minute);
      await syncUnheard(rig);
      await cycles(rig);
      expect(rig.device.store.openIntents()).toEqual([]);
      expect(['found', 'written']).toContain(told(rig, 'update').at(-1));
      expect(rig.blocks(target)).toEqual(['Busy 05-06T11:00 05-06T12:00']);
    });

    it('is outstanding no more once nobody wants it: the calendar is read for it', async () => {
      const rig = new CloudRig(pair);
      const event = rig.add(source, '2026-05-07T09:00');
      await rig.sync();
      rig.clock.advance(10 * minute);
      move(rig, event, '2026-05-08');
      rig.faults = always({ operation: [...writes] }, { kind: 'dropBefore' });
      await rig.sync();
      expect(rig.device.store.openIntents()).toHaveLength(1);
      rig.faults = noFaults;
      move(rig, event, '2026-05-07');
      for (let cycle = 0; cycle < 2; cycle++) {
        rig.clock.advance(10 * minute);
        await rig.sync();
      }
      expect(rig.device.store.openIntents()).toEqual([]);
      rig.clock.advance(minute);
      await rig.sync();
      expect(rig.requests()).toEqual({ delta: 2 });
    });

    it('is outstanding no more though it was dated by a clock that was a day ahead', async () => {
      const rig = new CloudRig(pair);
      const event = rig.add(source, '2026-05-07T09:00');
      await rig.sync();
      rig.clock.jump(24 * 60 * minute);
      move(rig, event, '2026-05-08');
      rig.faults = always({ operation: [...writes] }, { kind: 'dropBefore' });
      await rig.sync();
      expect(rig.device.store.openIntents()).toHaveLength(1);
      rig.faults = noFaults;
      rig.clock.jump(-24 * 60 * minute);
      move(rig, event, '2026-05-07');
      // Any change makes the calendar be read once more.
      rig.add(target, '2026-05-20T09:00', { showAs: 'free' });
      const [block] = rig.blockEvents(target);
      rig.world.updateEvent(block?.calendarId ?? '', block?.id ?? '', { categories: ['Seen'] });
      await cycles(rig);
      expect(rig.device.store.openIntents()).toEqual([]);
      expect(rig.blocks(target)).toEqual(['Busy 05-07T09:00 05-07T10:00']);
    });

    it('is outstanding no more once its account is removed', async () => {
      const rig = new CloudRig(pair);
      rig.add(source, '2026-05-05T09:00');
      await syncUnheard(rig);
      for (const { id } of rig.accounts) rig.device.store.removeAccount(id);
      expect(rig.device.store.openIntents()).toEqual([]);
    });
  },
);
