/**
 * What a change of the whole chain can't forge: the log's head and its finished segments, each under a MAC whose key
 * lies in the vault and not in the database (security.md A5).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Connection, Row } from '../connection.ts';
import { canonicalJson } from './chain.ts';

/** Where the log ends now. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
  /** When the first entry of the segment that still grows was written; null while it has none. */
  readonly opened: number | null;
  /** How many segments are finished. */
  readonly segments: number;
  /** Entries up to this one were given up when their time was over. */
  readonly base: number;
}

/** A run of entries that is finished: it goes as a whole, and what stays of it still joins the two sides of the gap. */
export interface Segment {
  readonly number: number;
  readonly first: number;
  readonly last: number;
  readonly starts: number;
  readonly ends: number;
  readonly startHash: string;
  readonly endHash: string;
}

export class Seals {
  readonly #connection: Connection;
  #key: Uint8Array;

  constructor(connection: Connection, key: Uint8Array) {
    this.#connection = connection;
    this.#key = key;
  }

  /** Null where somebody took it away: every database is made with one. */
  head(): { readonly head: Head; readonly genuine: boolean } | null {
    const row = this.#connection.one('SELECT * FROM audit_head');
    if (row === null) return null;
    const head = headOf(row);
    const macs = [row['mac'], row['second_mac']];
    const right = mac(this.#key, 'head', { ...head });
    return { head, genuine: macs.some((one) => equal(one ?? null, right)) };
  }

  /** `sound` false leaves it without a seal. */
  saveHead(head: Head, sound: boolean): void {
    this.#write(head, sound ? mac(this.#key, 'head', { ...head }) : '', null);
  }

  /**
   * From now on another vault's key seals. Until the next entry the head carries both seals: a crash before the vault
   * itself was replaced must not look like a forgery.
   */
  changeKey(key: Uint8Array): void {
    const old = this.#key;
    const segments = this.segments();
    const found = this.head();
    this.#key = key;
    if (found?.genuine !== true) return;
    const { head } = found;
    this.#write(head, mac(key, 'head', { ...head }), mac(old, 'head', { ...head }));
    for (const { segment, genuine } of segments) {
      if (!genuine) continue;
      this.#connection.run(
        'UPDATE audit_segment SET mac = ?, second_mac = ? WHERE number = ?',
        mac(key, 'segment', { ...segment }),
        mac(old, 'segment', { ...segment }),
        segment.number,
      );
    }
  }

  segments(): readonly { readonly segment: Segment; readonly genuine: boolean }[] {
    return this.#connection.all('SELECT * FROM audit_segment ORDER BY number').map((row) => {
      const segment = segmentOf(row);
      const right = mac(this.#key, 'segment', { ...segment });
      const macs = [row['mac'], row['second_mac']];
      return { segment, genuine: macs.some((one) => equal(one ?? null, right)) };
    });
  }

  last(): Segment | null {
    const row = this.#connection.one('SELECT * FROM audit_segment ORDER BY number DESC LIMIT 1');
    return row === null ? null : segmentOf(row);
  }

  seal(segment: Segment): void {
    const { number, first, last, starts, ends, startHash, endHash } = segment;
    this.#connection.run(
      `INSERT INTO audit_segment (number, first, last, starts, ends, start_hash, end_hash, mac)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      number,
      first,
      last,
      starts,
      ends,
      startHash,
      endHash,
      mac(this.#key, 'segment', { ...segment }),
    );
  }

  #write(
    { sequence, hash, opened, segments, base }: Head,
    one: string,
    other: string | null,
  ): void {
    this.#connection.run(
      `INSERT INTO audit_head (one, sequence, hash, opened, segments, base, mac, second_mac)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, opened = excluded.opened,
         segments = excluded.segments, base = excluded.base, mac = excluded.mac, second_mac = excluded.second_mac`,
      sequence,
      hash,
      opened,
      segments,
      base,
      one,
      other,
    );
  }
}

function headOf(row: Row): Head {
  const opened = row['opened'] ?? null;
  return {
    sequence: Number(row['sequence']),
    hash: String(row['hash']),
    opened: opened === null ? null : Number(opened),
    segments: Number(row['segments']),
    base: Number(row['base']),
  };
}

function segmentOf(row: Row): Segment {
  return {
    number: Number(row['number']),
    first: Number(row['first']),
    last: Number(row['last']),
    starts: Number(row['starts']),
    ends: Number(row['ends']),
    startHash: String(row['start_hash']),
    endHash: String(row['end_hash']),
  };
}

/** `what` keeps one kind of record from passing for another. */
function mac(
  key: Uint8Array,
  what: 'head' | 'segment',
  record: Readonly<Record<string, string | number | null>>,
): string {
  return createHmac('sha256', key)
    .update(`${what}\n${canonicalJson(record)}`)
    .digest('hex');
}

function equal(found: string | number | null, right: string): boolean {
  const bytes = Buffer.from(String(found ?? ''), 'utf8');
  const wanted = Buffer.from(right, 'utf8');
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
