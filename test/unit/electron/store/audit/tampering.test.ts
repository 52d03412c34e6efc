import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditFault, AuditVerdict, Store } from '../../../../../electron/ports/store.ts';
import { chain, GENESIS } from '../../../../../electron/store/audit/chain.ts';
import { openStore } from '../../../../../electron/store/open-store.ts';
import { DAY, instant } from '../../../../../shared/time/instant.ts';
import { at, auditKey, calendarId } from '../../../../kit/event-builder.ts';

/** Three days with ten entries each: two finished segments and one that grows. */
const begin = at('2026-05-04T08:00Z');
let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-audit-'));
  file = join(directory, 'umbra.db');
  withStore((store) => {
    for (let index = 0; index < 30; index++)
      append(store, begin + Math.floor(index / 10) * DAY + index);
  });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function append(store: Store, when: number): void {
  store.appendAudit({
    at: instant(when),
    action: 'create',
    rule: null,
    target: calendarId('work'),
    key: null,
    outcome: 'written',
  });
}

function withStore<T>(work: (store: Store) => T, key = auditKey): T {
  const store = openStore(file, 'stamp', key);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** What somebody does who has the database and knows how the hashes are made, but has not the vault. */
function tamper(work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  work(database);
  database.close();
}

/** Makes every hash from an entry on right again. */
function rehash(database: DatabaseSync, from: number): void {
  const before = database.prepare('SELECT hash FROM audit WHERE sequence = ?').get(from - 1);
  let hash = String(before?.['hash'] ?? GENESIS);
  const rows = database
    .prepare('SELECT sequence, entry FROM audit WHERE sequence >= ? ORDER BY sequence')
    .all(from);
  for (const { sequence, entry } of rows) {
    hash = chain(hash, String(entry));
    database.prepare('UPDATE audit SET hash = ? WHERE sequence = ?').run(hash, sequence as number);
  }
}

const verdict = (key = auditKey): AuditVerdict => withStore((store) => store.verifyAudit(), key);

const forge = "replace(entry, 'written', 'removed')";
const renumber = "json_set(entry, '$.sequence', sequence)";

describe('[A5] the audit log', () => {
  it('is whole as it was written, in its segments', () => {
    expect(verdict()).toEqual({ fault: null, entries: 30, from: 1, segments: 2 });
  });

  it.each<[string, string, AuditFault]>([
    [
      'a flipped letter',
      `UPDATE audit SET entry = ${forge} WHERE sequence = 14`,
      { sequence: 14, reason: 'changed' },
    ],
    [
      'an entry that is no entry any more',
      "DROP INDEX audit_key; UPDATE audit SET entry = 'gone' WHERE sequence = 14",
      { sequence: 14, reason: 'changed' },
    ],
    [
      'a flipped hash',
      "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE sequence = 3",
      { sequence: 3, reason: 'changed' },
    ],
    [
      'another time beside the entry',
      'UPDATE audit SET at = at + 1 WHERE sequence = 3',
      { sequence: 3, reason: 'changed' },
    ],
    ['a deleted entry', 'DELETE FROM audit WHERE sequence = 7', { sequence: 7, reason: 'missing' }],
    [
      'the first entries gone',
      'DELETE FROM audit WHERE sequence < 5',
      { sequence: 1, reason: 'missing' },
    ],
    [
      'an entry put in between',
      `UPDATE audit SET sequence = -sequence - 1 WHERE sequence > 12; UPDATE audit SET sequence = -sequence WHERE sequence < 0;
       INSERT INTO audit SELECT 13, at, entry, hash FROM audit WHERE sequence = 12`,
      { sequence: 13, reason: 'moved' },
    ],
    [
      'two entries in each other’s place',
      `UPDATE audit SET sequence = -1 WHERE sequence = 22; UPDATE audit SET sequence = 22 WHERE sequence = 25;
       UPDATE audit SET sequence = 25 WHERE sequence = -1`,
      { sequence: 22, reason: 'moved' },
    ],
    ['a cut tail', 'DELETE FROM audit WHERE sequence > 27', { sequence: 28, reason: 'cut' }],
    ['everything cut', 'DELETE FROM audit', { sequence: 1, reason: 'cut' }],
  ])('names the first bad entry of %s', (_what, sql, fault) => {
    tamper((database) => database.exec(sql));
    expect(verdict().fault).toEqual(fault);
  });

  it.each<[string, (database: DatabaseSync) => void, AuditFault]>([
    [
      'a change in a finished segment, with every hash made right again',
      (database) => {
        database.exec(`UPDATE audit SET entry = ${forge} WHERE sequence = 14`);
        rehash(database, 14);
      },
      { sequence: 11, reason: 'rewritten' },
    ],
    [
      'a change in the growing segment, with every hash made right again',
      (database) => {
        database.exec(`UPDATE audit SET entry = ${forge} WHERE sequence = 24`);
        rehash(database, 24);
      },
      { sequence: 21, reason: 'rewritten' },
    ],
    [
      'an entry removed and the rest renumbered',
      (database) => {
        database.exec('DELETE FROM audit WHERE sequence = 25');
        database.exec('UPDATE audit SET sequence = sequence - 1 WHERE sequence > 25');
        database.exec(`UPDATE audit SET entry = ${renumber} WHERE sequence >= 25`);
        rehash(database, 25);
      },
      { sequence: 30, reason: 'cut' },
    ],
    [
      'an entry added at the end',
      (database) => {
        database.exec(
          'INSERT INTO audit SELECT 31, at, entry, hash FROM audit WHERE sequence = 30',
        );
        database.exec(`UPDATE audit SET entry = ${renumber} WHERE sequence = 31`);
        rehash(database, 31);
      },
      { sequence: 31, reason: 'added' },
    ],
    [
      'a cut tail under a head that says so',
      (database) => {
        database.exec('DELETE FROM audit WHERE sequence > 27');
        database.exec(
          'UPDATE audit_head SET sequence = 27, hash = (SELECT hash FROM audit WHERE sequence = 27)',
        );
      },
      { sequence: 27, reason: 'seal' },
    ],
    [
      'a prune that was none',
      (database) => {
        database.exec('DELETE FROM audit WHERE sequence <= 10; UPDATE audit_head SET base = 10');
      },
      { sequence: 30, reason: 'seal' },
    ],
    [
      'a segment that was taken out',
      (database) => database.exec('DELETE FROM audit_segment WHERE number = 1'),
      { sequence: 1, reason: 'seal' },
    ],
    [
      'no head',
      (database) => database.exec('DELETE FROM audit_head'),
      { sequence: 0, reason: 'seal' },
    ],
  ])('shows %s', (_what, work, fault) => {
    tamper(work);
    expect(verdict().fault).toEqual(fault);
  });

  it('goes on after it was tampered with, and never makes it good by going on', () => {
    tamper((database) =>
      database.exec('DELETE FROM audit_head; DELETE FROM audit WHERE sequence > 27'),
    );
    withStore((store) => append(store, begin + 3 * DAY));
    withStore((store) => store.pruneAudit(instant(begin + 400 * DAY), Number.MAX_SAFE_INTEGER));
    expect(verdict().fault?.reason).toBe('seal');
    expect(verdict().entries).toBe(28);
  });

  it('goes on over entries that were added from outside', () => {
    tamper((database) => {
      database.exec('INSERT INTO audit SELECT 31, at, entry, hash FROM audit WHERE sequence = 30');
    });
    withStore((store) => append(store, begin + 3 * DAY));
    expect(verdict().fault?.sequence).toBe(31);
  });

  it('is not verified by another vault', () => {
    expect(verdict(new Uint8Array(32).fill(9)).fault?.reason).toBe('seal');
  });

  it('goes on under another vault after it was handed over, also if that was cut short', () => {
    const next = new Uint8Array(32).fill(9);
    withStore((store) => store.changeAuditKey(next));
    expect([verdict().fault, verdict(next).fault]).toEqual([null, null]);
    withStore((store) => append(store, begin + 3 * DAY), next);
    expect(verdict(next)).toMatchObject({ fault: null, segments: 3 });
  });
});

describe('[A5] retention', () => {
  const prune = (days: number, through = Number.MAX_SAFE_INTEGER): number =>
    withStore((store) => store.pruneAudit(instant(begin + days * DAY), through));

  it('gives up whole segments only, and what is left still verifies', () => {
    expect(prune(1)).toBe(10);
    expect(prune(1)).toBe(0);
    expect(verdict()).toEqual({ fault: null, entries: 20, from: 11, segments: 2 });
    expect(prune(100)).toBe(10);
    expect(verdict()).toEqual({ fault: null, entries: 10, from: 21, segments: 2 });
  });

  it('keeps what was not forwarded yet', () => {
    expect(prune(100, 15)).toBe(10);
    expect(verdict().from).toBe(11);
  });

  it('shows what was tampered with after it, and entries that came back', () => {
    tamper((database) => database.exec('CREATE TABLE spare AS SELECT * FROM audit'));
    prune(1);
    tamper((database) => database.exec('DELETE FROM audit WHERE sequence = 11'));
    expect(verdict().fault).toEqual({ sequence: 11, reason: 'missing' });
    tamper((database) =>
      database.exec('INSERT INTO audit SELECT * FROM spare WHERE sequence IN (5, 11)'),
    );
    expect(verdict().fault).toEqual({ sequence: 5, reason: 'added' });
  });
});
