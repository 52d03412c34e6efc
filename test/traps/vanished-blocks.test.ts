import { describe, expect, it } from 'vitest';
import { CloudRig } from '../kit/cloud-rig.ts';

/** A meeting with a block on a calendar of Microsoft's, made a moment ago. */
async function world(options: Record<string, unknown> = {}): Promise<CloudRig> {
  const rig = new CloudRig([
    { label: 'A', cloud: 'google' },
    { label: 'M', cloud: 'microsoft' },
  ]).setRules({ id: 'one', sources: ['A/Work'], targets: ['M/Work'], options });
  rig.add('A/Work', '2026-05-05T09:00');
  await rig.sync();
  expect(rig.blocks('M/Work')).toHaveLength(1);
  return rig;
}

function deleteBlock(rig: CloudRig): void {
  const [block] = rig.blockEvents('M/Work');
  if (block === undefined) throw new Error('No block was cast');
  rig.world.deleteEvent(block.calendarId, block.id);
}

const source = (rig: CloudRig) => {
  const [event] = rig.world.events(rig.calendar('A/Work').id);
  if (event === undefined) throw new Error('No event');
  return event;
};

const later = {
  kind: 'timed',
  start: '2026-05-05T11:00:00',
  end: '2026-05-05T12:00:00',
  zone: 'UTC',
} as const;

async function soon(rig: CloudRig): ReturnType<CloudRig['sync']> {
  rig.clock.advance(20_000);
  return rig.sync();
}

describe('[security F9] a block that somebody deletes right after it was made', () => {
  it('is known as gone by the feed and the list together, and its meeting may move', async () => {
    const rig = await world();
    deleteBlock(rig);
    const { calendarId, id } = source(rig);
    rig.world.updateEvent(calendarId, id, { time: later });
    expect(await soon(rig)).toMatchObject({ ok: true, failed: 0 });
    expect(await soon(rig)).toMatchObject({ ok: true, failed: 0, created: 0, updated: 0 });
    expect(rig.requests()).toEqual({ delta: 2 });
    // A meeting that moves is asked for anew (P12).
    expect(rig.blocks('M/Work')).toEqual(['Busy 05-05T11:00 05-05T12:00']);
  });

  it('is made anew at once where the rule says so', async () => {
    const rig = await world({ onDelete: 'recreate' });
    deleteBlock(rig);
    await soon(rig);
    await soon(rig);
    expect(rig.blocks('M/Work')).toHaveLength(1);
  });

  it('is not deleted again and again once its meeting has gone as well', async () => {
    const rig = await world();
    const { calendarId, id } = source(rig);
    rig.world.deleteEvent(calendarId, id);
    // Deleted by another device: in the middle of the cycle, after the calendar was read.
    let done = false;
    rig.meanwhile = () => {
      if (done || !rig.seen.some(({ call }) => call.operation === 'delta')) return;
      done = true;
      deleteBlock(rig);
    };
    await soon(rig);
    rig.meanwhile = () => undefined;
    await soon(rig);
    expect(await soon(rig)).toMatchObject({ ok: true, deleted: 0 });
    expect(rig.requests()).toEqual({ delta: 2 });
  });
});

describe('[security F8] lists that lag behind one that was read before', () => {
  /** Answers of some kinds come from a copy of the world that is older than the block. */
  async function lagging(rig: CloudRig, ...operations: readonly string[]): Promise<void> {
    rig.faults = ({ operation, request }) =>
      operations.includes(operation) && request.url.includes('graph')
        ? { kind: 'stale', ms: 120_000 }
        : null;
    await soon(rig);
    rig.faults = () => null;
  }

  it('do not make a fresh block vanish, though two agree: no second one is made beside it', async () => {
    const rig = await world();
    rig.add('M/Work', '2026-05-06T09:00');
    await soon(rig);
    // Its own event makes the calendar be read.
    rig.add('M/Work', '2026-05-07T09:00');
    await lagging(rig, 'list');
    const { calendarId, id } = source(rig);
    rig.world.updateEvent(calendarId, id, { time: later });
    await lagging(rig, 'delta', 'list');
    expect(rig.blocks('M/Work')).toEqual(['Busy 05-05T11:00 05-05T12:00']);
  });

  it('are asked again until they can no longer lag, and then believed', async () => {
    const rig = await world();
    rig.add('M/Work', '2026-05-06T09:00');
    await soon(rig);
    deleteBlock(rig);
    // The change feed forgets what it has told: nobody buries the block.
    rig.faults = ({ operation }) => (operation === 'delta' ? { kind: 'expireCursor' } : null);
    await soon(rig);
    rig.faults = () => null;
    for (let minute = 0; minute < 7; minute++) {
      rig.clock.advance(60_000);
      await rig.sync();
    }
    expect(rig.blocks('M/Work')).toEqual([]);
    const { calendarId, id } = source(rig);
    rig.world.updateEvent(calendarId, id, { title: 'Another' });
    await rig.sync();
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0 });
  });
});
