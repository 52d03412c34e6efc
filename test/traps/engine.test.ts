import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { always, once } from '../../electron/simulator/fault-sources.ts';
import { noticeOldDatabase, turnPage, type PageMemo } from '../../electron/store/last-page.ts';
import { openMemoryStore } from '../../electron/store/open-store.ts';
import type { EngineDeps } from '../../electron/sync/engine-deps.ts';
import { purge, type PurgeReport } from '../../electron/sync/purge.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';
import { eachMember } from '../simulation/each-member.ts';

const pair: readonly Person[] = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
];
const minute = 60_000;

const isOneEvent = /\/events\/[^/?]+(\?|$)/;

function keptApart(): PageMemo {
  let last: string | null = null;
  return {
    read: () => last,
    write: (page) => {
      last = page;
    },
  };
}

/** Every case runs in both directions: each provider once as source and once as target. */
const directions = [
  ['M/Work', 'G/Work'],
  ['G/Work', 'M/Work'],
] as const;

describe.each(directions)('from %s to %s', (source, target) => {
  it('[trap 1] makes no block of a block, however often it is read back', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(10 * minute);
    const second = await rig.sync();
    const third = await rig.sync();
    expect(rig.blocks(target)).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    expect(rig.blocks(source)).toEqual([]);
    expect([second.created, third.created]).toEqual([0, 0]);
  });

  it('follows its source: moved, declined, gone', async () => {
    const rig = new CloudRig(pair);
    const event = rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const [before] = rig.blockEvents(target);
    rig.world.updateEvent(event.calendarId, event.id, {
      time: {
        kind: 'timed',
        start: '2026-05-06T11:00:00',
        end: '2026-05-06T12:00:00',
        zone: 'UTC',
      },
    });
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 1, deleted: 0 });
    expect(rig.blocks(target)).toEqual(['Busy 05-06T11:00 05-06T12:00']);
    expect(rig.blockEvents(target)[0]?.id).toBe(before?.id);
    rig.world.deleteEvent(event.calendarId, event.id);
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ deleted: 1 });
    expect(rig.blocks(target)).toEqual([]);
  });

  it('[trap 4] removes the block of a single occurrence that was deleted without a word', async () => {
    const rig = new CloudRig(pair);
    const series = rig.add(source, '2026-05-05T09:00', {}, { rrule: 'FREQ=WEEKLY;COUNT=4' });
    await rig.sync();
    expect(rig.blocks(target)).toHaveLength(4);
    rig.world.deleteOccurrence(series.calendarId, series.id, '2026-05-12T09:00:00.000Z');
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 1 });
    expect(rig.blocks(target)).toHaveLength(3);
  });

  it('[trap 6] reads everything anew when its cursor is refused, and removes nothing it should not', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(minute);
    rig.faults = once(
      { operation: 'delta', calendarId: rig.calendar(source).id },
      { kind: 'expireCursor' },
    );
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[trap 8] keeps every block when a full calendar is suddenly empty', async () => {
    const rig = new CloudRig(pair);
    for (let day = 5; day < 12; day++)
      rig.add(source, `2026-05-${String(day).padStart(2, '0')}T09:00`);
    await rig.sync();
    rig.clock.advance(minute);
    for (const { calendarId, id } of rig.world.events(rig.calendar(source).id))
      rig.world.deleteEvent(calendarId, id);
    expect(await rig.sync()).toMatchObject({ deleted: 0, held: 7 });
    expect(rig.blocks(target)).toHaveLength(7);
    const [hold] = rig.device.store.holds();
    expect(hold).toMatchObject({ reason: 'sourceEmptied', state: 'waiting' });
    rig.device.engine.decideHold(hold?.rule ?? null, hold?.target ?? ('' as never), 'approved');
    expect(await rig.sync()).toMatchObject({ deleted: 7, held: 0 });
  });

  it.each([
    ['is suddenly empty', 'sourceEmptied'],
    ['is read anew because its cursor was refused', 'cursorReset'],
  ] as const)(
    '[P22] [P23] keeps every block where a source %s, and the program ends before it has planned',
    async (_what, reason) => {
      const rig = new CloudRig(pair);
      for (let day = 5; day < 12; day++)
        rig.add(source, `2026-05-${String(day).padStart(2, '0')}T09:00`);
      await rig.sync();
      rig.clock.advance(minute);
      const calendarId = rig.calendar(source).id;
      for (const { id } of rig.world
        .events(rig.calendar(source).id)
        .slice(reason === 'sourceEmptied' ? 0 : 1))
        rig.world.deleteEvent(calendarId, id);
      if (reason === 'cursorReset')
        rig.faults = once({ operation: 'delta', calendarId }, { kind: 'expireCursor' });
      const { store } = rig.device;
      const powerGoes = (): never => {
        throw new Error('The power went');
      };
      const dying = rig.newDevice(
        eachMember(store, (name, act) => (name === 'replaceHolds' ? powerGoes : act)),
      );
      await expect(rig.sync(dying)).rejects.toThrow('The power went');
      const report = await rig.sync(rig.newDevice(store));
      expect(report).toMatchObject({ deleted: 0 });
      expect(store.holds()).toMatchObject([{ reason, state: 'waiting' }]);
    },
  );

  it('[trap 10] writes one block although the answer to its creation was lost', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    rig.faults = once({ operation: ['create', 'batch'] }, { kind: 'dropAfter' });
    await rig.sync();
    rig.clock.advance(minute);
    await rig.sync();
    expect(rig.blocks(target)).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
  });

  it('[trap 11] brings a block back although its id is used up', async () => {
    const rig = new CloudRig(pair);
    const event = rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    for (const showAs of ['free', 'busy', 'free', 'busy'] as const) {
      rig.world.updateEvent(event.calendarId, event.id, { showAs });
      rig.clock.advance(10 * minute);
      expect(await rig.sync()).toMatchObject({ ok: true, failed: 0 });
      expect(rig.blocks(target)).toHaveLength(showAs === 'busy' ? 1 : 0);
    }
  });

  it('[trap 12] does not mistake a new etag for an edit', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const [block] = rig.blockEvents(target);
    rig.world.rewriteVersion(block?.calendarId ?? '', block?.id ?? '');
    rig.clock.advance(10 * minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 0 });
  });

  it('repairs a block that was edited by hand, and leaves one alone that was deleted', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const [block] = rig.blockEvents(target);
    rig.world.updateEvent(block?.calendarId ?? '', block?.id ?? '', { title: 'Mine now' });
    rig.clock.advance(10 * minute);
    expect(await rig.sync()).toMatchObject({ updated: 1 });
    expect(rig.blocks(target)).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    rig.world.deleteEvent(block?.calendarId ?? '', block?.id ?? '');
    rig.clock.advance(10 * minute);
    expect(await rig.sync()).toMatchObject({ created: 0 });
    expect(rig.blocks(target)).toEqual([]);
  });

  it('[trap 15] keeps an all-day event on its days', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T00:00', {
      time: { kind: 'allDay', start: '2026-05-08', end: '2026-05-10' },
    });
    await rig.sync();
    expect(rig.blockEvents(target).map(({ fields }) => fields.time)).toEqual([
      { kind: 'allDay', start: '2026-05-08', end: '2026-05-10' },
    ]);
  });

  it('[trap 18] sends no mail, has no guests and rings nobody', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00', {
      attendees: [{ name: 'Guest', email: 'guest@elsewhere.example', response: 'accepted' }],
      response: 'organizer',
    });
    await rig.sync();
    expect(rig.microsoft.mailsSent() + rig.google.mailsSent()).toBe(0);
    expect(rig.blockEvents(target)[0]?.fields).toMatchObject({
      attendees: [],
      reminderMinutes: null,
      sensitivity: 'private',
      onlineMeetingUrl: null,
    });
  });

  it('[trap 19] casts nothing for what does not take time', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00', { showAs: 'free' });
    rig.add(source, '2026-05-05T10:00', {
      response: 'declined',
      attendees: [{ name: 'Host', email: 'host@x.example', response: 'organizer' }],
      organizer: { name: 'Host', email: 'host@x.example' },
    });
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0 });
  });

  it('[trap 23] keeps everything when consent is withdrawn, and goes on with the other account', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const account = rig.accounts.find(({ label }) => source.startsWith(label));
    rig.world.setRevoked(account?.email ?? '', true);
    rig.clock.advance(minute);
    const report = await rig.sync();
    expect(report).toMatchObject({ ok: false, deleted: 0 });
    expect(report.accounts[0]?.failures[0]?.failure.kind).toBe('needsSignIn');
    rig.world.setRevoked(account?.email ?? '', false);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
  });

  it('takes a captive portal for a failed read and not for an empty calendar', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(minute);
    rig.faults = always({ calendarId: rig.calendar(source).id }, { kind: 'captivePortal' });
    expect(await rig.sync()).toMatchObject({ ok: false, deleted: 0 });
    rig.faults = always({ calendarId: rig.calendar(source).id }, { kind: 'truncate' });
    expect(await rig.sync()).toMatchObject({ ok: false, deleted: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('asks once per calendar when nothing has changed', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(10 * minute);
    await rig.sync();
    await rig.sync();
    expect(rig.requests()).toEqual({ delta: 2 });
  });

  it('removes exactly its blocks when the rule is switched off', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    rig.add(target, '2026-05-07T09:00');
    await rig.sync();
    rig.setRules({ id: 'mesh', sources: ['*'], targets: ['*'], enabled: false });
    expect(await rig.sync()).toMatchObject({ ok: true, deleted: 2 });
    expect([...rig.blocks(source), ...rig.blocks(target)]).toEqual([]);
    expect(rig.world.events(rig.calendar(target).id)).toHaveLength(1);
  });

  it('rebuilds its ledger from the markers on a new device, and writes nothing', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    rig.clock.advance(10 * minute);
    const other = rig.newDevice();
    expect(await rig.sync(other)).toMatchObject({ ok: true, created: 0, updated: 0, deleted: 0 });
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[security F19] has a block back that it removed while the user stopped it', async () => {
    const rig = new CloudRig(pair);
    for (const hour of ['09', '11', '13', '15']) rig.add(source, `2026-05-05T${hour}:00`);
    const stop = new AbortController();
    // The server has done what it was asked; the user stops before its answer arrives.
    const device = rig.newDevice(undefined, (fetch) => async (url, init) => {
      const response = await fetch(url, init);
      const removes = init?.method === 'DELETE' || url.endsWith('/$batch');
      if (removes && rig.rules.every(({ enabled }) => !enabled)) stop.abort();
      return response;
    });
    await rig.sync(device);
    rig.clock.advance(10 * minute);
    // Exchange has given new etags meanwhile.
    await rig.sync(device);
    const { rules } = rig;
    rig.rules = rules.map((one) => ({ ...one, enabled: false }));
    rig.clock.advance(10 * minute);
    await rig.sync(device, stop.signal);
    expect(stop.signal.aborted).toBe(true);
    rig.rules = rules;
    for (let cycle = 0; cycle < 2; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync(device);
    }
    expect(rig.blocks(target)).toHaveLength(4);
  });

  it('[security F13] has a block back whose removal nobody heard of, nor of its change after that', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    let [answers, reads] = [true, true];
    const device = rig.newDevice(undefined, (fetch) => async (url, init) => {
      if (!reads && init?.method === 'GET') throw new TypeError('no answer');
      const response = await fetch(url, init);
      // Of an etag that Exchange rewrote we hear, and look.
      if (!answers && init?.method !== 'GET' && response.status !== 412)
        throw new TypeError('the answer is lost');
      return response;
    });
    await rig.sync(device);
    rig.clock.advance(10 * minute);
    await rig.sync(device);
    answers = false;
    const { rules } = rig;
    rig.rules = rules.map((one) => ({ ...one, enabled: false }));
    rig.clock.advance(minute);
    await rig.sync(device);
    expect(rig.blocks(target)).toEqual([]);
    rig.rules = rules;
    reads = false;
    rig.clock.advance(10 * minute);
    await rig.sync(device);
    [answers, reads] = [true, true];
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync(device);
    }
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[security F22] has a block back whose removal was answered by nothing that tells, nor the look after it', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-20T09:00');
    // Something on the way answers from the first removal on.
    let [listens, answers] = [false, false];
    const device = rig.newDevice(undefined, (fetch) => async (url, init) => {
      const response = await fetch(url, init);
      if (listens && init?.method === 'DELETE' && response.ok) {
        answers = true;
        return new Response('');
      }
      return answers && isOneEvent.test(url) ? Response.json({}) : response;
    });
    await rig.sync(device);
    // A complete read knows the etag that Exchange has given it meanwhile.
    rig.clock.advance(25 * 60 * minute);
    await rig.sync(device);
    const { rules } = rig;
    rig.rules = rules.map((one) => ({ ...one, enabled: false }));
    listens = true;
    rig.clock.advance(minute);
    await rig.sync(device);
    expect(rig.blocks(target)).toEqual([]);
    [listens, answers] = [false, false];
    rig.rules = rules;
    for (let cycle = 0; cycle < 3; cycle++) {
      rig.clock.advance(10 * minute);
      await rig.sync(device);
    }
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('[security F16] has a block back of which an old database does not know that it was removed', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    const disk = new DatabaseSync(':memory:');
    const memo = keptApart();
    const store = openMemoryStore(disk);
    noticeOldDatabase(store, memo, 'one');
    const device = rig.newDevice(store);
    await rig.sync(device);
    const backup = disk.serialize();
    const { rules } = rig;
    rig.rules = rules.map((one) => ({ ...one, enabled: false }));
    rig.clock.advance(10 * minute);
    await rig.sync(device);
    turnPage(store, memo, 'two');
    expect(rig.blocks(target)).toEqual([]);
    rig.rules = rules;
    const old = new DatabaseSync(':memory:');
    old.deserialize(backup);
    const restored = openMemoryStore(old);
    noticeOldDatabase(restored, memo, 'three');
    rig.clock.advance(10 * minute);
    await rig.sync(rig.newDevice(restored));
    expect(rig.blocks(target)).toHaveLength(1);
  });

  it('purges by markers alone, and leaves everything else', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    rig.add(target, '2026-05-07T09:00');
    await rig.sync();
    const other = rig.newDevice();
    const report = await rig.clock.run(
      other.engine.purge({ anyVault: false }, new AbortController().signal),
    );
    expect(report).toMatchObject({ ok: true, removed: 2, failed: 0 });
    expect([...rig.blocks(source), ...rig.blocks(target)]).toEqual([]);
    expect(
      rig.world.events(rig.calendar(source).id).length +
        rig.world.events(rig.calendar(target).id).length,
    ).toBe(2);
  });

  it('purges what it can, and names the blocks on a calendar that became read-only', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    rig.add(target, '2026-05-07T09:00');
    await rig.sync();
    rig.world.updateCalendar(rig.calendar(target).id, { access: 'reader' });
    const again = (): Promise<PurgeReport> =>
      rig.clock.run(purge(rig.device.deps, { anyVault: false }, new AbortController().signal));
    expect(await again()).toMatchObject({
      ok: false,
      removed: 1,
      failed: 0,
      left: [{ calendar: target, blocks: 1, reason: 'readOnly' }],
    });
    rig.world.updateCalendar(rig.calendar(target).id, { access: 'owner' });
    expect(await again()).toMatchObject({ ok: true, removed: 1, left: [] });
  });

  it('says that blocks are left where a purge was cut off before their turn', async () => {
    const rig = new CloudRig(pair);
    rig.add(source, '2026-05-05T09:00');
    await rig.sync();
    const { deps } = rig.device;
    const cutOff: EngineDeps = {
      ...deps,
      provider: (id) => ({ ...deps.provider(id), apply: () => Promise.resolve() }),
    };
    const work = purge(cutOff, { anyVault: false }, new AbortController().signal);
    expect(await rig.clock.run(work)).toMatchObject({ ok: false, removed: 0, failed: 1 });
  });
});

describe('two providers and one meeting', () => {
  it('[trap 17] casts no block for a meeting that both mailboxes hold', async () => {
    const rig = new CloudRig([...pair, { label: 'X', cloud: 'google' }]);
    const uid = { uid: 'board-2026@example' };
    const series = { ...uid, rrule: 'FREQ=WEEKLY;COUNT=3' };
    rig.add('M/Work', '2026-05-05T09:00', {}, series);
    rig.add('G/Work', '2026-05-05T09:00', {}, series);
    await rig.sync();
    expect([rig.blocks('M/Work'), rig.blocks('G/Work')]).toEqual([[], []]);
    expect(rig.blocks('X/Work')).toHaveLength(3);
  });

  it('[trap 20] writes nothing to a mailbox in the middle of reading its list', async () => {
    const rig = new CloudRig(pair, 3);
    const days = ['05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16'];
    for (const day of days) rig.add('M/Work', `2026-05-${day}T09:00`);
    await rig.sync();
    rig.clock.advance(minute);
    await rig.sync();
    rig.add('M/Work', '2026-05-19T09:00');
    rig.add('G/Work', '2026-05-20T09:00');
    // Its five pages take longer than a cycle waits.
    rig.latency = () => 5_000;
    expect(await rig.sync()).toMatchObject({ ok: true, created: 2 });
    const onMicrosoft = rig.seen.filter(({ call }) => call.request.url.includes('graph.'));
    const operations = onMicrosoft.map(({ call }) => call.operation);
    expect(operations).toContain('create');
    expect(operations.indexOf('create')).toBeGreaterThan(operations.lastIndexOf('list'));
  });

  it('[trap 20] [trap 21] lets one slow account delay nobody', async () => {
    const rig = new CloudRig([...pair, { label: 'X', cloud: 'google' }]);
    rig.add('G/Work', '2026-05-05T09:00');
    rig.faults = always(
      { accountEmail: 'm@microsoft.example' },
      {
        kind: 'status',
        status: 429,
        code: 'ApplicationThrottled',
        headers: { 'retry-after': '600' },
      },
    );
    const before = rig.clock.now();
    const report = await rig.sync();
    expect(report.ok).toBe(false);
    expect(rig.blocks('X/Work')).toHaveLength(1);
    expect(rig.clock.now() - before).toBeLessThan(minute);
  });
});
