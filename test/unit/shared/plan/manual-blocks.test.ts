import { describe, expect, it } from 'vitest';
import type { CalendarId } from '../../../../shared/model/ids.ts';
import type { ManualBlock } from '../../../../shared/model/manual-block.ts';
import { CloudRig } from '../../../kit/cloud-rig.ts';
import { at } from '../../../kit/event-builder.ts';

function block(id: string, ...targets: readonly CalendarId[]): ManualBlock {
  return {
    id: id.padStart(16, '0'),
    start: at('2026-05-05T09:00:00Z'),
    end: at('2026-05-05T10:00:00Z'),
    targets,
  };
}

function rig(): CloudRig {
  return new CloudRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
    { label: 'C', cloud: 'google' },
  ]);
}

async function idOf(clouds: CloudRig, ref: string): Promise<CalendarId> {
  await clouds.sync();
  const found = clouds.device.store.calendars().find((calendar) => calendar.ref === ref);
  if (found === undefined) throw new Error(`No calendar ${ref}`);
  return found.id;
}

const hour = 'Busy 05-05T09:00 05-05T10:00';

describe('time blocked by hand', () => {
  it('[P26] stands on the calendars chosen only, and a mesh makes no blocks of it', async () => {
    const clouds = rig();
    clouds.manualBlocks = [block('1', await idOf(clouds, 'A/Work'), await idOf(clouds, 'B/Work'))];
    await clouds.sync();
    await clouds.sync();
    expect(['A/Work', 'B/Work', 'C/Work'].map((ref) => clouds.blocks(ref))).toEqual([
      [hour],
      [hour],
      [],
    ]);
  });

  it('[P26] is written once, and a further cycle writes nothing', async () => {
    const clouds = rig();
    clouds.manualBlocks = [block('1', await idOf(clouds, 'A/Work'))];
    expect((await clouds.sync()).created).toBe(1);
    const quiet = await clouds.sync();
    expect([quiet.created, quiet.updated, quiet.deleted, quiet.held]).toEqual([0, 0, 0, 0]);
  });

  it('[P26] is two where the user blocked the same span twice, and each goes by itself', async () => {
    const clouds = rig();
    const target = await idOf(clouds, 'B/Work');
    clouds.manualBlocks = [block('1', target), block('2', target)];
    await clouds.sync();
    expect(clouds.blocks('B/Work')).toEqual([hour, hour]);
    clouds.manualBlocks = [block('2', target)];
    await clouds.sync();
    expect(clouds.blocks('B/Work')).toEqual([hour]);
  });

  it('[P26] goes without a hold, however many there are, and nothing else goes with it', async () => {
    const clouds = rig();
    clouds.add('B/Work', '2026-05-05T09:00', { title: 'Mine' });
    const target = await idOf(clouds, 'B/Work');
    const cast = clouds.blocks('A/Work');
    clouds.manualBlocks = Array.from({ length: 20 }, (_, index) => block(String(index), target));
    await clouds.sync();
    clouds.manualBlocks = [];
    const report = await clouds.sync();
    expect([report.deleted, report.held]).toEqual([20, 0]);
    expect(clouds.world.events(clouds.calendar('B/Work').id)).toHaveLength(1);
    expect(clouds.blocks('A/Work')).toEqual(cast);
  });

  it('[P26] that its owner deletes stays away', async () => {
    const clouds = rig();
    clouds.manualBlocks = [block('1', await idOf(clouds, 'B/Work'))];
    await clouds.sync();
    const { id } = clouds.calendar('B/Work');
    const [written] = clouds.blockEvents('B/Work');
    clouds.world.deleteEvent(id, written?.id ?? '');
    await clouds.sync();
    await clouds.sync();
    expect(clouds.blocks('B/Work')).toEqual([]);
  });

  it('[P26] goes with a purge', async () => {
    const clouds = rig();
    clouds.manualBlocks = [block('1', await idOf(clouds, 'B/Work'))];
    await clouds.sync();
    const purge = clouds.device.engine.purge({ anyVault: false }, new AbortController().signal);
    expect((await clouds.clock.run(purge)).removed).toBe(1);
  });
});
