import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chain, GENESIS } from '../../../../electron/store/audit/chain.ts';
import { first } from '../../../../electron/store/migrations/0001-first.ts';
import { latency } from '../../../../electron/store/migrations/0002-latency.ts';
import { auditSeals } from '../../../../electron/store/migrations/0003-audit-seals.ts';
import { openStore } from '../../../../electron/store/open-store.ts';
import type { AccountId } from '../../../../shared/model/ids.ts';
import { DAY, HOUR, instant, MINUTE } from '../../../../shared/time/instant.ts';
import { interval, type Interval } from '../../../../shared/time/interval.ts';
import { busyHour, liveBlock } from '../../../kit/block-builder.ts';
import { at, auditKey, calendarId, timed } from '../../../kit/event-builder.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-migrate-'));
  file = join(directory, 'umbra.db');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A database as the program before the audit log's seals left it. */
function olderDatabase(entries: number): void {
  const database = new DatabaseSync(file);
  database.exec(`${first}${latency} PRAGMA user_version = 2`);
  let hash = GENESIS;
  for (let sequence = 1; sequence <= entries; sequence++) {
    const when = at('2026-05-04T08:00Z') + sequence;
    const entry = JSON.stringify({
      ...{ action: 'create', at: when, key: null, outcome: 'written', rule: null },
      ...{ sequence, target: 'work' },
    });
    hash = chain(hash, entry);
    database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?)').run(sequence, when, entry, hash);
  }
  database.close();
}

describe('[A5] [T9] a database of an older program', () => {
  it('is carried over with its audit log, which is sealed and goes on', () => {
    olderDatabase(3);
    const store = openStore(file, 'stamp', auditKey);
    expect(store.verifyAudit()).toEqual({ fault: null, entries: 3, from: 1, segments: 0 });
    store.appendAudit({
      at: at('2026-05-05T08:00Z'),
      action: 'update',
      rule: null,
      target: null,
      key: null,
      outcome: 'written',
    });
    expect(store.verifyAudit()).toEqual({ fault: null, entries: 4, from: 1, segments: 1 });
    expect([...store.auditEntries()].map(({ sequence, phase }) => [sequence, phase])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [4, 'result'],
    ]);
    store.close();
    expect(readdirSync(directory).filter((name) => name.includes('before'))).toHaveLength(1);
  });

  it('comes under seal once: a seal that is gone afterwards is a finding', () => {
    olderDatabase(0);
    openStore(file, 'stamp', auditKey).close();
    const database = new DatabaseSync(file);
    database.exec('DELETE FROM audit_head');
    database.close();
    const store = openStore(file, 'stamp', auditKey);
    expect(store.verifyAudit().fault?.reason).toBe('seal');
    store.close();
  });
});

const work = calendarId('work');
const from = at('2026-05-04T08:00Z');
const lengths = [0, HOUR, DAY, 20 * DAY, 400 * DAY];

/** A database as the program that kept spans in R-trees left it: per length an event and a block, a day apart. */
function databaseWithTrees(): void {
  const database = new DatabaseSync(file);
  database.exec(`${first}${latency}${auditSeals} PRAGMA user_version = 3`);
  database.exec(
    `INSERT INTO calendar VALUES (7, 'work', 'account', '{}', 1); INSERT INTO target VALUES (3, 'work')`,
  );
  const put = (sql: string, ...values: (string | number)[]): void => {
    database.prepare(sql).run(...values);
  };
  lengths.forEach((length, index) => {
    const { start, end } = spanAt(index, length);
    const [starts, ends] = [start / MINUTE, end / MINUTE];
    const event = timed(work, `event${index}`, start, end);
    put('INSERT INTO event VALUES (?, 7, ?, NULL, ?)', index + 1, event.id, JSON.stringify(event));
    put('INSERT INTO event_span VALUES (?, ?, ?, 7, 7)', index + 1, starts, ends);
    const time = { kind: 'timed' as const, start, end };
    const record = liveBlock(work, `key${index}`, start, { content: busyHour(start, { time }) });
    put(
      `INSERT INTO block (number, target, key, state, edited, body) VALUES (?, 'work', ?, 'live', 0, ?)`,
      ...[index + 11, record.key, JSON.stringify(record)],
    );
    put('INSERT INTO block_span VALUES (?, ?, ?, 3, 3)', index + 11, starts, ends);
  });
  database.close();
}

function spanAt(index: number, length: number): Interval {
  const start = instant(from + index * DAY);
  return { start, end: instant(start + length) };
}

describe('[A5] a database that kept spans in trees', () => {
  it('finds its events and blocks by time as before, of whatever length', () => {
    databaseWithTrees();
    const store = openStore(file, 'stamp', auditKey);
    const found = (span: Interval): readonly (readonly string[])[] => [
      store.eventsOverlapping(work, [span]).map(({ id }) => id as string),
      store.blocksOverlapping(work, [span]).map(({ key }) => key as string),
    ];
    lengths.forEach((length, index) => {
      const { start, end } = spanAt(index, length);
      const [event, block] = [timed(work, `event${index}`, start, end).id as string, `key${index}`];
      const last = interval(instant(end - MINUTE), instant(end + MINUTE));
      expect(found(last)).toEqual([
        expect.arrayContaining([event]),
        expect.arrayContaining([block]),
      ]);
      expect(found(interval(end, instant(end + MINUTE))).flat()).not.toContain(event);
      expect(found(interval(end, instant(end + MINUTE))).flat()).not.toContain(block);
    });
    store.close();
  });

  it('goes on with them: moved, removed, forgotten with their account', () => {
    databaseWithTrees();
    const store = openStore(file, 'stamp', auditKey);
    const [block] = store.blocksOn(work);
    if (block === undefined) throw new Error('The block is gone');
    const later = spanAt(900, HOUR);
    store.saveBlock({ ...block, content: busyHour(later.start) });
    expect(store.blocksOverlapping(work, [later]).map(({ key }) => key)).toEqual([block.key]);
    expect(store.blocksWithKey(block.key)).toHaveLength(1);
    store.removeBlock(work, block.key);
    expect(store.blocksOverlapping(work, [later])).toEqual([]);
    store.removeAccount('account' as AccountId);
    expect(store.eventsOverlapping(work, [spanAt(1, HOUR)])).toEqual([]);
    store.close();
  });
});
