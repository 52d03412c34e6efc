import { createHash } from 'node:crypto';
import type { BlockKey } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { AuditDeed, AuditEntry } from '../ports/store.ts';
import type { Connection, Row } from './connection.ts';

/** What the first entry's hash is chained to. */
const GENESIS = '0'.repeat(64);

/** Append-only: each entry's hash covers the one before it, so that a change in the middle shows. */
export class AuditLog {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  append(deed: AuditDeed): void {
    this.#connection.transaction(() => {
      const last = this.#connection.one(
        'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
      );
      const sequence = Number(last?.['sequence'] ?? 0) + 1;
      const entry = canonical(sequence, deed);
      this.#connection.run(
        'INSERT INTO audit (sequence, at, entry, hash) VALUES (?, ?, ?, ?)',
        sequence,
        deed.at,
        entry,
        chain(String(last?.['hash'] ?? GENESIS), entry),
      );
    });
  }

  *entries(since: Instant): Iterable<AuditEntry> {
    for (const row of this.#connection.iterate(
      'SELECT entry, hash FROM audit WHERE at >= ? ORDER BY sequence',
      since,
    )) {
      yield entryOf(row);
    }
  }

  before(sequence: number | null, limit: number): readonly AuditEntry[] {
    return this.#connection
      .all(
        'SELECT entry, hash FROM audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
        sequence ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .map(entryOf);
  }

  of(key: BlockKey, limit: number): readonly AuditEntry[] {
    return this.#connection
      .all(
        `SELECT entry, hash FROM audit WHERE entry ->> 'key' = ? ORDER BY sequence DESC LIMIT ?`,
        key,
        limit,
      )
      .map(entryOf);
  }

  /** The first sequence number that does not fit; null if the chain is whole. */
  verify(): number | null {
    let hash = GENESIS;
    let expected = 1;
    for (const row of this.#connection.iterate(
      'SELECT sequence, at, entry, hash FROM audit ORDER BY sequence',
    )) {
      const sequence = Number(row['sequence']);
      const entry = entryOf(row);
      hash = chain(hash, String(row['entry']));
      if (
        sequence !== expected ||
        entry.sequence !== sequence ||
        entry.at !== row['at'] ||
        hash !== row['hash']
      )
        return expected;
      expected += 1;
    }
    return null;
  }
}

/** Keys in alphabetical order, so that the same deed always hashes alike. */
function canonical(
  sequence: number,
  { action, at, key, outcome, rule, target }: AuditDeed,
): string {
  return JSON.stringify({ action, at, key, outcome, rule, sequence, target });
}

function chain(previous: string, entry: string): string {
  return createHash('sha256').update(previous).update(entry).digest('hex');
}

function entryOf(row: Row): AuditEntry {
  return {
    ...(JSON.parse(String(row['entry'])) as AuditDeed & { sequence: number }),
    hash: String(row['hash']),
  };
}
