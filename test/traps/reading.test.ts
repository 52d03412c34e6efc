import { describe, expect, it } from 'vitest';
import { always, firstOf, noFaults, once } from '../../electron/simulator/fault-sources.ts';
import type { Store } from '../../electron/ports/store.ts';
import { openMemoryStore } from '../../electron/store/open-store.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const pair: readonly Person[] = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
];
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * 60 * minute;

const halfAnHourLater = {
  kind: 'timed',
  start: '2026-05-06T09:30:00',
  end: '2026-05-06T10:30:00',
  zone: 'UTC',
} as const;

/** One cycle, without the second look of a run of its own. */
function cycle(rig: CloudRig): ReturnType<CloudRig['sync']> {
  return rig.clock.run(rig.device.engine.cycle(new AbortController().signal));
}

const directions = [
  ['M/Work', 'G/Work'],
  ['G/Work', 'M/Work'],
] as const;

describe.each(directions)('what is read, from %s to %s', (source, target) => {
  it('[trap 2] removes nothing when an event far outside the window is called removed', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    const far = rig.add(source, '2027-05-05T09:00');
    await rig.sync();
    rig.world.updateEvent(far.calendarId, far.id, { title: 'Changed' });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[trap 2] removes the block of an event that was moved out of the window', async () => {
    const rig = new CloudRig(pair);
    const event = rig.add(source, '2026-05-05T09:00');
    rig.add(source, '2026-05-06T09:00');
    await rig.sync();
    rig.world.updateEvent(event.calendarId, event.id, {
      time: {
        kind: 'timed',
        start: '2027-05-05T09:00:00',
        end: '2027-05-05T10:00:00',
        zone: 'UTC',
      },
    });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ deleted: 1 });
    expect(rig.blocks(target)).toEqual(['Busy 05-06T09:00 05-06T10:00']);
  });

  it('F18, I12: takes no event for gone that could not be understood, and looks again at once', async () => {
    const rig = new CloudRig(pair);
    for (const day of ['06', '07', '08']) rig.add(source, `2026-05-${day}T09:00`);
    await rig.sync();
    rig.clock.advance(day);
    rig.faults = always({ operation: ['list', 'delta'] }, { kind: 'damage', how: 'wrongType' });
    expect(await rig.sync()).toMatchObject({ deleted: 0 });
    rig.faults = noFaults;
    rig.clock.advance(minute);
    const again = await rig.sync();
    expect(again).toMatchObject({ ok: true, created: 0, deleted: 0, skipped: 0 });
    expect(rig.blocks(target)).toHaveLength(3);
  });

  it('F18: reads completely once more, and not for ever, what stays unclear', async () => {
    const rig = new CloudRig(pair);
    await rig.sync();
    rig.add(source, '2026-05-05T09:00');
    rig.faults = always({ operation: ['list', 'delta'] }, { kind: 'damage', how: 'noEnd' });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ skipped: 1, created: 0 });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ skipped: 1 });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ skipped: 0 });
    expect(rig.requests()).toMatchObject({ delta: 2 });
  });

  it('I3, F18: makes no second block where a new device could not make out the first at once', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(day);
    const calendarId = rig.calendar(target).id;
    rig.faults = once({ operation: 'list', calendarId }, { kind: 'damage', how: 'noEnd' });
    expect(await rig.sync(rig.newDevice())).toMatchObject({ ok: true, skipped: 0, created: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[P32] believes no complete read alone that a block is gone (security F8)', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const second = rig.add(source, '2026-05-06T09:00');
    rig.clock.advance(minute);
    await rig.sync();
    rig.clock.advance(hour);
    const calendarId = rig.calendar(target).id;
    // An hour behind: the second block is not in it yet.
    rig.faults = firstOf(
      once({ operation: 'delta', calendarId }, { kind: 'expireCursor' }),
      always(
        { operation: ['list', 'delta'], calendarId },
        { kind: 'stale', ms: hour + minute / 2 },
      ),
    );
    expect(await cycle(rig)).toMatchObject({ ok: true, created: 0, deleted: 0 });
    rig.faults = noFaults;
    rig.world.updateEvent(second.calendarId, second.id, { time: halfAnHourLater });
    rig.clock.advance(minute);
    expect(await cycle(rig)).toMatchObject({ ok: true, created: 0, updated: 1, deleted: 0 });
    expect(rig.blocks(target)).toEqual([
      'Busy 05-05T09:00 05-05T10:00',
      'Busy 05-06T09:30 05-06T10:30',
    ]);
  });

  it('[security F5] knows at once, in a run of its own, what the user removed while the change feed was lost', async () => {
    const rig = new CloudRig(pair).setRules({
      id: 'again',
      sources: [source],
      targets: [target],
      options: { onDelete: 'recreate' },
    });
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(hour);
    for (const { calendarId, id } of rig.blockEvents(target)) rig.world.deleteEvent(calendarId, id);
    rig.faults = once(
      { operation: 'delta', calendarId: rig.calendar(target).id },
      { kind: 'expireCursor' },
    );
    expect(await rig.sync()).toMatchObject({ ok: true, created: 1 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[trap 3] knows of each occurrence what only its master or a plain list tells', async () => {
    const rig = new CloudRig(pair);
    rig.setRules({ id: 'titles', sources: ['*'], targets: ['*'], mask: { level: 'title' } });
    const weekly = { rrule: 'FREQ=WEEKLY;COUNT=2' };
    rig.add(source, '2026-05-05T09:00', { title: 'Weekly' }, weekly);
    rig.add(source, '2026-05-05T11:00', { title: 'Secret', sensitivity: 'private' }, weekly);
    rig.add(source, '2026-05-05T13:00', { title: 'Reading', showAs: 'free' }, weekly);
    await rig.sync();
    expect(rig.blocks(target)).toEqual([
      'Busy 05-05T11:00 05-05T12:00',
      'Busy 05-12T11:00 05-12T12:00',
      'Weekly 05-05T09:00 05-05T10:00',
      'Weekly 05-12T09:00 05-12T10:00',
    ]);
  });

  it('[trap 5] sees days that come into the window although nothing in the calendar changed', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-09-15T09:00');
    expect(await rig.sync()).toMatchObject({ created: 0 });
    rig.clock.advance(60 * day);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 1 });
    expect(rig.blocks(target)).toEqual(['Busy 09-15T09:00 09-15T10:00']);
  });

  it('[trap 5] keeps blocks that the window has left behind', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(10 * day);
    expect(await rig.sync()).toMatchObject({ ok: true, deleted: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it.each([404, 410, 403] as const)(
    '[trap 7] concludes nothing from a calendar that answers %i',
    async (status) => {
      const rig = new CloudRig(pair);
      rig.add(source, '2026-05-05T09:00');
      await rig.sync();
      rig.clock.advance(minute);
      rig.faults = always(
        { calendarId: rig.calendar(source).id },
        { kind: 'status', status, code: status === 404 ? 'notFound' : 'forbidden' },
      );
      expect(await rig.sync()).toMatchObject({ ok: false, deleted: 0 });
      rig.faults = () => null;
      rig.clock.advance(minute);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
      expect(rig.blocks(target)).toHaveLength(1);
    },
  );

  it('[trap 7] takes a block that is already gone for removed', async () => {
    const rig = new CloudRig(pair);
    const event = rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.world.deleteEvent(event.calendarId, event.id);
    const [block] = rig.blockEvents(target);
    rig.clock.advance(minute);
    // Deleted by somebody else between our read and our write.
    rig.faults = ({ operation }) => {
      if (operation === 'batch' || operation === 'delete') {
        rig.faults = () => null;
        rig.world.deleteEvent(block?.calendarId ?? '', block?.id ?? '');
      }
      return null;
    };
    expect(await rig.sync()).toMatchObject({ ok: true, failed: 0, deleted: 1 });
    rig.clock.advance(10 * minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(rig.blocks(target)).toEqual([]);
  });

  it('[trap 9] loses no change when it stops between reading and remembering', async () => {
    const rig = new CloudRig(pair);
    const store = openMemoryStore();
    const dying: { now: boolean } = { now: false };
    const device = rig.newDevice(dyingAtCommit(store, dying));
    rig.add(source, '2026-05-05T09:00');
    await rig.sync(device);
    rig.add(source, '2026-05-06T09:00');
    rig.clock.advance(minute);
    dying.now = true;
    await expect(rig.sync(device)).rejects.toThrow('power cut');
    dying.now = false;
    expect(await rig.sync(rig.newDevice(store))).toMatchObject({ ok: true, created: 1 });
    expect(rig.blocks(target)).toHaveLength(2);
  });

  it('[trap 13] tells ids apart that differ in nothing but case, hyphen and underscore', async () => {
    const rig = new CloudRig(pair);
    const ids = ['aab_1', 'aaB_1', 'aab-1'];
    ids.forEach((id, index) => rig.add(source, `2026-05-05T0${index + 1}:00`, {}, { id, uid: id }));
    await rig.sync();
    expect(rig.blocks(target)).toHaveLength(3);
    rig.world.deleteEvent(rig.calendar(source).id, 'aaB_1');
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 1 });
    expect(rig.blocks(target)).toEqual([
      'Busy 05-05T01:00 05-05T02:00',
      'Busy 05-05T03:00 05-05T04:00',
    ]);
  });

  it('[trap 14] heals within a day what the change feed never told', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const lost = rig.add(source, '2026-05-06T09:00');
    rig.clock.advance(minute);
    rig.faults = once(
      { calendarId: lost.calendarId, operation: ['delta', 'list'] },
      { kind: 'emptyRead' },
    );
    await rig.sync();
    rig.faults = () => null;
    rig.clock.advance(day);
    expect(await rig.sync()).toMatchObject({ ok: true });
    expect(rig.blocks(target)).toContain('Busy 05-06T09:00 05-06T10:00');
  });

  it('[trap 16] keeps wall-clock time across both continents’ daylight saving', async () => {
    const rig = new CloudRig(pair);
    rig.clock.advance(160 * day);
    const weekly = (start: string, zone: string): void =>
      void rig.add(
        source,
        start,
        {
          time: { kind: 'timed', start: `${start}:00`, end: `${start.slice(0, 11)}10:00:00`, zone },
        },
        { rrule: 'FREQ=WEEKLY;COUNT=4', uid: zone },
      );
    weekly('2026-10-20T09:00', 'Europe/Berlin');
    weekly('2026-10-21T09:00', 'America/New_York');
    await rig.sync();
    expect(rig.blocks(target)).toEqual([
      'Busy 10-20T07:00 10-20T08:00',
      'Busy 10-21T13:00 10-21T14:00',
      'Busy 10-27T08:00 10-27T09:00',
      'Busy 10-28T13:00 10-28T14:00',
      'Busy 11-03T08:00 11-03T09:00',
      'Busy 11-04T14:00 11-04T15:00',
      'Busy 11-10T08:00 11-10T09:00',
      'Busy 11-11T14:00 11-11T15:00',
    ]);
  });

  it('[trap 22] names the administrator as the one who can mend it, and goes on with the others', async () => {
    const rig = new CloudRig([...pair, { label: 'X', cloud: 'google' }]);
    rig.add('X/Work', '2026-05-05T09:00');
    const account = rig.accounts.find(({ label }) => source.startsWith(label));
    rig.faults = always(
      { accountEmail: account?.email ?? '' },
      {
        kind: 'status',
        status: 403,
        code: account?.provider === 'google' ? 'admin_policy_enforced' : 'AADSTS90094',
      },
    );
    const report = await rig.sync();
    const troubled = report.accounts.find(({ account: id }) => id === account?.id);
    expect(troubled?.failures[0]?.failure.kind).toBe('needsAdmin');
    expect(rig.blocks(target)).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });
});

describe('limits that fail in silence', () => {
  it('[trap 24] keeps markers below every limit, and asks for them in the one way that works', async () => {
    const rig = new CloudRig(pair);
    rig.add('M/Work', '2026-05-05T09:00');
    rig.add('G/Work', '2026-05-06T09:00');
    await rig.sync();
    const properties = [...rig.blockEvents('M/Work'), ...rig.blockEvents('G/Work')].map(
      ({ fields }) => Object.entries(fields.properties),
    );
    expect(properties).toHaveLength(2);
    for (const [name, value] of properties.flat()) {
      expect(value.length).toBeLessThanOrEqual(1024);
      expect(name.replace(/^String \{[0-9a-f-]+\} Name /, '').length).toBeLessThanOrEqual(44);
    }
    const expands = rig.seen.flatMap(({ call }) =>
      new URL(call.request.url).searchParams.getAll('$expand'),
    );
    expect(expands.length).toBeGreaterThan(0);
    for (const expand of expands) expect(expand).toMatch(/\(\$filter=id eq '/);
  });

  it('[trap 24] names the marker by one property for all blocks of a mailbox', async () => {
    const rig = new CloudRig(pair);
    for (const hour of ['09', '11', '13']) rig.add('G/Work', `2026-05-05T${hour}:00`);
    await rig.sync();
    const names = rig.blockEvents('M/Work').flatMap(({ fields }) => Object.keys(fields.properties));
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(1);
  });

  it('[trap 13] asks for immutable ids with every request and every part of a batch', async () => {
    const rig = new CloudRig(pair);
    for (const hour of ['09', '11', '13']) rig.add('G/Work', `2026-05-05T${hour}:00`);
    await rig.sync();
    const graph = rig.seen.filter(({ call }) => call.request.url.startsWith('https://graph.'));
    const prefers = graph.flatMap(({ call: { request, operation } }) =>
      operation === 'batch' ? partPreferences(request.body ?? '') : [request.headers['prefer']],
    );
    expect(prefers.length).toBeGreaterThan(4);
    for (const prefer of prefers) expect(prefer).toContain('IdType="ImmutableId"');
  });
});

function partPreferences(body: string): (string | undefined)[] {
  const { requests } = JSON.parse(body) as {
    requests: { headers: Record<string, string | undefined> }[];
  };
  return requests.map(({ headers }) => headers['Prefer']);
}

/** A store whose machine loses power while a pull is being committed. */
describe('a list whose rows change places between its pages', () => {
  const events = ['05', '06', '07', '08', '09', '10', '11'].map((one) => `2026-05-${one}T09:00`);

  async function withSevenBlocks(): Promise<CloudRig> {
    const rig = new CloudRig(pair, 3);
    for (const start of events) rig.add('M/Work', start);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 7 });
    rig.add('M/Work', '2026-05-12T09:00');
    rig.clock.advance(minute);
    return rig;
  }

  it('is read again, and nothing is taken for deleted', async () => {
    const rig = await withSevenBlocks();
    let pages = 0;
    rig.faults = ({ operation, request }) => {
      if (operation !== 'list' || !request.url.includes('graph.')) return null;
      pages += 1;
      return pages === 2 ? { kind: 'shuffle' } : null;
    };
    expect(await rig.sync()).toMatchObject({ ok: true, created: 1, deleted: 0 });
    expect(rig.blocks('G/Work')).toHaveLength(8);
    expect(pages).toBe(6);
  });

  it('is left alone where it never stands still, and read the next time', async () => {
    const rig = await withSevenBlocks();
    let pages = 0;
    rig.faults = ({ operation, request }) => {
      if (operation !== 'list' || !request.url.includes('graph.')) return null;
      pages += 1;
      return pages % 3 === 2 ? { kind: 'shuffle' } : null;
    };
    expect(await rig.sync()).toMatchObject({ ok: false, deleted: 0 });
    rig.faults = () => null;
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 1, deleted: 0 });
  });
});

function dyingAtCommit(store: Store, dying: { readonly now: boolean }): Store {
  return new Proxy(store, {
    get(real, name): unknown {
      const member: unknown = Reflect.get(real, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        if (name === 'commitPull' && dying.now) throw new Error('power cut');
        return Reflect.apply(member, real, given);
      };
    },
  });
}
