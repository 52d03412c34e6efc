/**
 * What a change of the whole chain can't forge: the log's head and its finished segments, each under a MAC whose key
 * lies in the vault and not in the database (security.md A5).
 */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
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
  /** As an object of its own: taking it in from bytes is dearer than the MAC itself, and each entry asks for one. */
  #key: KeyObject;
  /** The head whose MAC was worked out last: it is the one that the next entry finds. */
  #sealed: { readonly text: string; readonly mac: string } | null = null;

  constructor(connection: Connection, key: Uint8Array) {
    this.#connection = connection;
    this.#key = createSecretKey(key);
  }

  /** Null where somebody took it away: every database is made with one. */
  head(): { readonly head: Head; readonly genuine: boolean } | null {
    const row = this.#connection.one('SELECT * FROM audit_head');
    if (row === null) return null;
    const head = headOf(row);
    const macs = [row['mac'], row['second_mac']];
    const right = this.#headMac(head);
    return { head, genuine: macs.some((one) => equal(one ?? null, right)) };
  }

  /** `sound` false leaves it without a seal. */
  saveHead(head: Head, sound: boolean): void {
    this.#write(head, sound ? this.#headMac(head) : '', null);
  }

  #headMac(head: Head): string {
    const text = canonicalJson({ ...head });
    if (this.#sealed?.text !== text) this.#sealed = { text, mac: mac(this.#key, 'head', text) };
    return this.#sealed.mac;
  }

  /**
   * From now on another vault's key seals. Until the next entry the head carries both seals: a crash before the vault
   * itself was replaced must not look like a forgery.
   */
  changeKey(key: Uint8Array): void {
    const old = this.#key;
    const segments = this.segments();
    const found = this.head();
    this.#key = createSecretKey(key);
    this.#sealed = null;
    if (found?.genuine !== true) return;
    const { head } = found;
    this.#write(head, this.#headMac(head), mac(old, 'head', canonicalJson({ ...head })));
    for (const { segment, genuine } of segments) {
      if (!genuine) continue;
      this.#connection.run(
        'UPDATE audit_segment SET mac = ?, second_mac = ? WHERE number = ?',
        segmentMac(this.#key, segment),
        segmentMac(old, segment),
        segment.number,
      );
    }
  }

  segments(): readonly { readonly segment: Segment; readonly genuine: boolean }[] {
    return this.#connection.all('SELECT * FROM audit_segment ORDER BY number').map((row) => {
      const segment = segmentOf(row);
      const right = segmentMac(this.#key, segment);
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
      segmentMac(this.#key, segment),
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

function segmentMac(key: KeyObject, segment: Segment): string {
  return mac(key, 'segment', canonicalJson({ ...segment }));
}

/** `what` keeps one kind of record from passing for another; `text` is the record's canonical JSON. */
function mac(key: KeyObject, what: 'head' | 'segment', text: string): string {
  return createHmac('sha256', key).update(`${what}\n${text}`).digest('hex');
}

function equal(found: string | number | null, right: string): boolean {
  const bytes = Buffer.from(String(found ?? ''), 'utf8');
  const wanted = Buffer.from(right, 'utf8');
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
