import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../electron/ports/store.ts';
import type { Pull } from '../../../../electron/ports/provider.ts';
import { openMemoryStore, openStore } from '../../../../electron/store/open-store.ts';
import type { BlockRecord } from '../../../../shared/model/block-record.ts';
import type { Slot } from '../../../../shared/model/block.ts';
import type { Calendar } from '../../../../shared/model/calendar.ts';
import type { CalendarEvent } from '../../../../shared/model/event.ts';
import {
  eventIdOf,
  type AccountId,
  type BlockKey,
  type RuleId,
} from '../../../../shared/model/ids.ts';
import { noNeeds } from '../../../../shared/rules/field-needs.ts';
import { interval, overlaps } from '../../../../shared/time/interval.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { busyHour, liveBlock } from '../../../kit/block-builder.ts';
import { allDay, at, auditKey, calendarId, timed } from '../../../kit/event-builder.ts';

const account = 'account' as AccountId;
const source = calendarId('source');
const target = calendarId('target');
const window = interval(at('2026-05-01T00:00Z'), at('2026-08-01T00:00Z'));
const now = at('2026-05-04T08:00Z');
const basis = { window, needs: noNeeds, at: now };

function calendar(id: typeof source): Calendar {
  return {
    id,
    account,
    remoteId: `remote ${id}`,
    name: id,
    ref: `Work/${id}`,
    isDefault: false,
    canRead: true,
    canWrite: true,
    zone: null,
    color: null,
  };
}

function changes(
  events: readonly CalendarEvent[],
  removed: readonly string[] = [],
  cursor = 'next',
): Pull {
  return {
    kind: 'changes',
    events,
    blocks: [],
    removed: removed.map((remoteId) => ({ remoteId, event: eventIdOf(remoteId) })),
    unclear: [],
    skipped: 0,
    cursor,
  };
}

function snapshot(events: readonly CalendarEvent[], covers = window): Pull {
  return {
    kind: 'snapshot',
    removed: [],
    covers,
    events,
    blocks: [],
    cursor: 'whole',
    reset: false,
    unclear: [],
    skipped: 0,
  };
}

const block = (key: string, start: string, patch: Partial<BlockRecord> = {}): BlockRecord =>
  liveBlock(target, key, at(start), { slot: slotOf(key), ...patch });

function slotOf(key: string): Slot {
  return {
    rule: 'mesh' as RuleId,
    target,
    sourceCalendar: source,
    sourceEvent: eventIdOf(key),
    occurrence: '',
  };
}

let directory: string;
let store: Store;
const kinds = {
  'in a file': () => openStore(join(directory, 'umbra.db'), 'stamp', auditKey),
  'in memory': () => openMemoryStore(),
} as const;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-store-'));
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true, force: true });
});

describe.each(Object.entries(kinds))('a store %s', (_name, open) => {
  beforeEach(() => {
    store = open();
    store.saveCalendars(account, [calendar(source), calendar(target)], now);
  });

  it('gives back every field of an event as it was', () => {
    const event = timed(source, 'board', '2026-05-05T09:00Z', '2026-05-05T10:00Z', {
      categories: ['Red'],
      organizerDomain: 'x.example',
      visibility: 'private',
      text: { title: 'Ünïcode 🗓', location: 'Here', description: 'a\nb' },
    });
    store.commitPull(source, changes([event]), basis);
    expect(store.event(source, event.id)).toEqual(event);
    expect(store.eventsOf(source)).toEqual([event]);
  });

  it('[trap 13] tells ids apart that differ in case only', () => {
    const ids = ['aB', 'ab', 'a-b', 'a_b'];
    const events = ids.map((id, index) => ({
      ...timed(source, id, `2026-05-0${index + 4}T09:00Z`, `2026-05-0${index + 4}T10:00Z`),
      id: id as CalendarEvent['id'],
    }));
    store.commitPull(source, changes(events), basis);
    expect(store.eventCount(source)).toBe(4);
    expect(store.event(source, 'AB' as CalendarEvent['id'])).toBeNull();
  });

  it('reports only what is really different', () => {
    const event = timed(source, 'a', '2026-05-05T09:00Z', '2026-05-05T10:00Z');
    expect(store.commitPull(source, changes([event]), basis)).toEqual([
      { before: null, after: event },
    ]);
    expect(store.commitPull(source, changes([event]), basis)).toEqual([]);
    const moved = timed(source, 'a', '2026-05-06T09:00Z', '2026-05-06T10:00Z');
    expect(store.commitPull(source, changes([moved]), basis)).toEqual([
      { before: event, after: moved },
    ]);
  });

  it('[trap 8] lets a snapshot speak only of its own span', () => {
    const inside = timed(source, 'in', '2026-05-05T09:00Z', '2026-05-05T10:00Z');
    const outside = timed(source, 'out', '2027-05-05T09:00Z', '2027-05-05T10:00Z');
    store.commitPull(source, changes([inside, outside]), basis);
    expect(store.commitPull(source, snapshot([]), basis)).toEqual([
      { before: inside, after: null },
    ]);
    expect(store.eventsOf(source)).toEqual([outside]);
  });

  it('keeps no event for longer than a month after the window has left it behind, and tells of none as removed', () => {
    const recent = timed(source, 'recent', '2026-04-05T09:00Z', '2026-04-05T10:00Z');
    const old = timed(source, 'old', '2026-03-30T09:00Z', '2026-03-30T10:00Z');
    store.commitPull(source, changes([recent, old]), basis);
    expect(store.commitPull(source, snapshot([]), basis)).toEqual([]);
    expect(store.eventsOf(source)).toEqual([recent]);
  });

  it('[trap 9] moves its cursor with the changes, or not at all', () => {
    store.commitPull(source, changes([], [], 'first'), basis);
    expect(() =>
      store.transaction(() => {
        store.commitPull(
          source,
          changes([timed(source, 'a', '2026-05-05T09:00Z', '2026-05-05T10:00Z')], [], 'second'),
          basis,
        );
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(store.cursor(source)?.cursor).toBe('first');
    expect(store.eventCount(source)).toBe(0);
  });

  it('knows that a calendar was read once, although its cursor was dropped', () => {
    expect(store.wasRead(source)).toBe(false);
    store.commitPull(source, snapshot([]), basis);
    store.dropCursor(source);
    expect(store.cursor(source)).toBeNull();
    expect(store.wasRead(source)).toBe(true);
    expect(store.inDoubt()).toEqual([source]);
    store.commitPull(source, snapshot([]), basis);
    expect(store.inDoubt()).toEqual([]);
  });

  it('finds blocks by key, slot, source, remote id and time', () => {
    const [one, other] = [block('aa', '2026-05-05T09:00Z'), block('bb', '2026-05-09T09:00Z')];
    store.saveBlock(one);
    store.saveBlock(other);
    store.saveBlock(block('cc', '2026-05-05T09:00Z', { slot: null }));
    expect(store.blockByKey(target, one.key)).toEqual(one);
    expect(store.blockBySlot(other.slot ?? never())).toEqual(other);
    expect(store.blocksOfSource(source, eventIdOf('aa'))).toEqual([one]);
    expect(store.blockByRemoteId(target, 'remote bb')).toEqual(other);
    expect(store.unlinkedBlocks(target).map(({ key }) => key)).toEqual(['cc']);
    const day = interval(at('2026-05-09T00:00Z'), at('2026-05-10T00:00Z'));
    expect(store.blocksOverlapping(target, [day])).toEqual([other]);
  });

  it('[security F13] remembers what was about to be written until it is settled', () => {
    const intended = block('aa', '2026-05-05T09:00Z', { state: 'creating', remoteId: null });
    store.recordIntent({ ref: 'r', kind: 'create', at: now, previous: null, intended });
    expect(store.openIntents()).toMatchObject([{ ref: 'r', kind: 'create', intended }]);
    store.settleIntent('r');
    expect(store.openIntents()).toEqual([]);
  });

  it('forgets an account’s calendars and events, and keeps its blocks until they are removed', () => {
    store.commitPull(
      source,
      changes([timed(source, 'a', '2026-05-05T09:00Z', '2026-05-05T10:00Z')]),
      basis,
    );
    store.saveBlock(block('aa', '2026-05-05T09:00Z'));
    store.removeAccount(account);
    expect(store.calendars()).toEqual([]);
    expect(store.eventsOf(source)).toEqual([]);
    expect(store.blocksOn(target)).toHaveLength(1);
  });

  it('finds by time just what a look at each event finds', () => {
    const day = 86_400_000;
    const start = at('2026-03-20T00:00Z');
    const some = fc.record({
      name: fc.integer({ min: 0, max: 40 }),
      from: fc.integer({ min: 0, max: 30 * 48 }),
      length: fc.integer({ min: 0, max: 200 }),
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 25 }),
        fc.nat(30),
        fc.nat(10),
        (list, first, days) => {
          const events = list.map(({ name, from, length, whole }) => {
            const begins = start + from * (day / 48);
            const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
            return whole
              ? allDay(source, `day${name}`, date(begins), date(begins + day * (1 + (length % 4))))
              : timed(source, `event${name}`, begins, begins + length * 900_000);
          });
          store.commitPull(source, snapshot(events, interval(instant(0), instant(4e12))), basis);
          const span = interval(at(start + first * day), at(start + (first + days) * day + 1));
          const found = new Set(store.eventsOverlapping(source, [span]).map(({ id }) => id));
          for (const event of store.eventsOf(source)) {
            if (event.time.kind !== 'timed') continue;
            const here = { start: event.time.start, end: event.time.end };
            if (overlaps(here, span)) expect(found.has(event.id)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds blocks of whatever length within every span that they overlap, and no others', () => {
    const start = at('2026-03-20T00:00Z');
    const lengths = [0, 1, 119, 120, 121, 4_319, 4_320, 4_321, 46_080, 46_081, 300_000];
    const minutes = fc.oneof(fc.constantFrom(...lengths), fc.nat(50_000));
    const spans = fc.array(fc.tuple(fc.integer({ min: -50_000, max: 50_000 }), minutes));
    fc.assert(
      fc.property(spans, fc.nat(3_000), fc.nat(3_000), (list, from, length) => {
        const minute = (count: number): ReturnType<typeof instant> =>
          instant(start + count * 60_000);
        const blocks = list.map(([begins, lasts], index) => {
          const time = {
            kind: 'timed' as const,
            start: minute(begins),
            end: minute(begins + lasts),
          };
          return block(`k${index}`, '2026-05-05T09:00Z', { content: busyHour(start, { time }) });
        });
        for (const { key } of store.blocksOn(target)) store.removeBlock(target, key);
        for (const record of blocks) store.saveBlock(record);
        const found = store.blocksOverlapping(target, [
          interval(minute(from), minute(from + length + 1)),
        ]);
        const due = list.flatMap(([begins, lasts], index) =>
          begins < from + length + 1 && begins + lasts > from ? [`k${index}`] : [],
        );
        expect(found.map(({ key }) => key as string).sort()).toEqual(due.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('finds a block where it was moved to, and no longer where it was', () => {
    const moved = block('aa', '2026-05-05T09:00Z');
    store.saveBlock(moved);
    const [start, end] = [at('2026-06-05T09:00Z'), at('2026-06-09T09:00Z')];
    store.saveBlock({
      ...moved,
      content: busyHour(start, { time: { kind: 'timed', start, end } }),
    });
    const may = interval(at('2026-05-05T00:00Z'), at('2026-05-06T00:00Z'));
    const june = interval(at('2026-06-08T00:00Z'), at('2026-06-08T01:00Z'));
    expect(store.blocksOverlapping(target, [may])).toEqual([]);
    expect(store.blocksOverlapping(target, [june])).toHaveLength(1);
  });

  it('finds a key on every target that holds it, of calendars too that are no longer listed', () => {
    const places = ['a', 'b', 'c'].map((id) => liveBlock(calendarId(id), 'same', now));
    for (const record of [...places, block('other', '2026-05-05T09:00Z')]) store.saveBlock(record);
    const found = store.blocksWithKey('same' as BlockKey);
    expect(found.map((record) => record.target as string).sort()).toEqual(['a', 'b', 'c']);
    expect(store.blocksWithKey('none' as BlockKey)).toEqual([]);
  });

  it('[security A5] notices a changed, missing or moved line of the audit log', () => {
    for (const outcome of ['one', 'two', 'three'])
      store.appendAudit({ at: now, action: 'create', rule: null, target, key: null, outcome });
    expect(store.verifyAudit().fault).toBeNull();
    expect([...store.auditEntries()].map(({ outcome }) => outcome)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });
});

function never(): never {
  throw new Error('A block of this test has a slot');
}
