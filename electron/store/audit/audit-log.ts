import type { BlockKey } from '../../../shared/model/ids.ts';
import { DAY, type Instant } from '../../../shared/time/instant.ts';
import type { AuditDeed, AuditEntry, AuditVerdict } from '../../ports/store.ts';
import type { Connection, Row } from '../connection.ts';
import { canonicalJson, chain, GENESIS } from './chain.ts';
import { Seals, type Head } from './seals.ts';
import { verify } from './verify.ts';

const START: Head = { sequence: 0, hash: GENESIS, opened: null, segments: 0, base: 0 };

/**
 * Append-only: each entry's hash covers the one before it, and the head is sealed with a key that is not in the
 * database. A day's entries make a segment; only whole segments are ever given up.
 */
export class AuditLog {
  readonly #connection: Connection;
  readonly #seals: Seals;

  constructor(connection: Connection, key: Uint8Array) {
    this.#connection = connection;
    this.#seals = new Seals(connection, key);
  }

  /** Seals a log that an older program left without a head. Only a migration may: later, a missing head is a finding. */
  begin(): void {
    const last = this.#connection.one(
      'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
    );
    const first = this.#connection.one('SELECT at FROM audit ORDER BY sequence LIMIT 1');
    this.#seals.saveHead(
      last === null
        ? START
        : {
            ...START,
            sequence: Number(last['sequence']),
            hash: String(last['hash']),
            opened: Number(first?.['at']),
          },
      true,
    );
  }

  append({ at, by = 'engine', phase = 'result', correlation = null, ...deed }: AuditDeed): number {
    return this.#connection.transaction(() => {
      const { action, key, outcome, rule, target } = deed;
      const { head: end, sound } = this.#end();
      const head = this.#sealedIfOver(end, at);
      const sequence = head.sequence + 1;
      const entry = canonicalJson({
        ...{ action, at, by, correlation, key, outcome, phase, rule, sequence, target },
      });
      const hash = chain(head.hash, entry);
      this.#connection.run(
        'INSERT INTO audit (sequence, at, entry, hash) VALUES (?, ?, ?, ?)',
        sequence,
        at,
        entry,
        hash,
      );
      this.#seals.saveHead({ ...head, sequence, hash, opened: head.opened ?? at }, sound);
      return sequence;
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

  after(sequence: number, limit: number): readonly AuditEntry[] {
    return this.#connection
      .all(
        'SELECT entry, hash FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?',
        sequence,
        limit,
      )
      .map(entryOf);
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

  /**
   * Gives up whole segments that ended before an instant, none beyond `through`; returns how many entries went.
   * A log that was tampered with keeps all that it has.
   */
  prune(endedBefore: Instant, through: number): number {
    const { head, sound } = this.#end();
    let base = head.base;
    if (!sound) return 0;
    for (const { segment } of this.#seals.segments()) {
      if (segment.last <= base) continue;
      if (segment.ends >= endedBefore || segment.last > through) break;
      base = segment.last;
    }
    if (base === head.base) return 0;
    return this.#connection.transaction(() => {
      const { changes } = this.#connection.run('DELETE FROM audit WHERE sequence <= ?', base);
      this.#seals.saveHead({ ...head, base }, sound);
      return changes;
    });
  }

  changeKey(key: Uint8Array): void {
    this.#connection.transaction(() => this.#seals.changeKey(key));
  }

  verify(): AuditVerdict {
    return verify(this.#connection, this.#seals);
  }

  /**
   * Where the next entry goes. Entries that nobody sealed are gone on from, since a log must never stop its program;
   * but then the head is no longer `sound`, and stays so: going on must not make a forgery good.
   */
  #end(): { readonly head: Head; readonly sound: boolean } {
    const found = this.#seals.head();
    const last = this.#connection.one(
      'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
    );
    const head = found?.head ?? START;
    const sequence = Number(last?.['sequence'] ?? 0);
    if (sequence <= head.sequence) return { head, sound: found?.genuine === true };
    return { head: { ...head, sequence, hash: String(last?.['hash']) }, sound: false };
  }

  #sealedIfOver(head: Head, now: number): Head {
    if (head.opened === null || dayOf(now) <= dayOf(head.opened)) return head;
    const before = this.#seals.last();
    const first = (before?.last ?? 0) + 1;
    const ends = this.#connection.one(
      'SELECT max(at) AS ends FROM audit WHERE sequence >= ?',
      first,
    );
    this.#seals.seal({
      number: head.segments + 1,
      first,
      last: head.sequence,
      starts: head.opened,
      ends: Number(ends?.['ends'] ?? head.opened),
      startHash: before?.endHash ?? GENESIS,
      endHash: head.hash,
    });
    return { ...head, opened: null, segments: head.segments + 1 };
  }
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

function entryOf(row: Row): AuditEntry {
  return {
    ...(JSON.parse(String(row['entry'])) as AuditDeed & { sequence: number }),
    hash: String(row['hash']),
  };
}
