import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chain, GENESIS } from '../../../../electron/store/audit/chain.ts';
import { first } from '../../../../electron/store/migrations/0001-first.ts';
import { latency } from '../../../../electron/store/migrations/0002-latency.ts';
import { openStore } from '../../../../electron/store/open-store.ts';
import { at, auditKey } from '../../../kit/event-builder.ts';

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
