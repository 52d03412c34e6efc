import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Slot } from '../../shared/model/block.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarEvent, FieldNeeds } from '../../shared/model/event.ts';
import type { Hold } from '../../shared/model/hold.ts';
import type { AccountId, BlockKey, CalendarId, EventId, RuleId } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Pull } from './provider.ts';

/** How far a calendar's complete read reached. */
export interface CursorRecord {
  readonly cursor: string;
  readonly window: Interval;
  readonly needs: FieldNeeds;
  readonly at: Instant;
}

/** A mirror event that is really different now: new (`before` null), changed, or gone (`after` null). */
export interface PullChange {
  readonly before: CalendarEvent | null;
  readonly after: CalendarEvent | null;
}

/** A write that is about to leave, or whose answer nobody has heard. */
export interface Intent {
  readonly ref: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly at: Instant;
  /** The ledger row before the write; null where there was none. */
  readonly previous: BlockRecord | null;
  readonly intended: BlockRecord;
  /** The audit log's entry that announced the write; absent in what an older program left. */
  readonly audit?: number;
}

export const auditActions = [
  'create',
  'update',
  'delete',
  'hold',
  'approve',
  'reject',
  'rules',
  'account-added',
  /** It was to be removed with its blocks, which takes until its provider answers. */
  'account-leaving',
  /** Its removal was taken back before that. */
  'account-kept',
  'account-removed',
  'purge',
  'export',
  'settings',
  'retention',
  'key',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What is told about a deed: ids and outcomes, never masked content, titles or addresses. */
export interface AuditDeed {
  readonly at: Instant;
  readonly action: AuditAction;
  readonly rule: RuleId | null;
  readonly target: CalendarId | null;
  readonly key: BlockKey | null;
  /** The outcome's kind, or a count or name of the deed; no free text. */
  readonly outcome: string;
  /** On whose account. Usually `engine`. */
  readonly by?: AuditBy;
  /** `intent` is on disk before the effect, `result` after it. Usually `result`. */
  readonly phase?: 'intent' | 'result';
  /** Of a result: the sequence of its intent. */
  readonly correlation?: number | null;
}

/** A person at the window or the command, or the program by its rules and policies. */
export type AuditBy = 'person' | 'engine';

/** Entries of older programs have no `by`, `phase` and `correlation`. */
export interface AuditEntry extends AuditDeed {
  readonly sequence: number;
  /** SHA-256 over the previous hash and this entry's canonical JSON, hex. */
  readonly hash: string;
}

/** The first entry that does not fit, and what is wrong with it. */
export interface AuditFault {
  readonly sequence: number;
  /**
   * `changed`: it does not follow from the one before. `rewritten`: the entries from here on fit one another, but not
   * the seal over them. `missing`, `added`, `moved`; `cut`: the end is gone. `seal`: a seal is not of this vault.
   */
  readonly reason: 'changed' | 'rewritten' | 'missing' | 'added' | 'moved' | 'cut' | 'seal';
}

export interface AuditVerdict {
  /** Null where all is as it was written. */
  readonly fault: AuditFault | null;
  readonly entries: number;
  /** The oldest entry that retention has kept. */
  readonly from: number;
  /** Finished and sealed segments, also of those whose entries are gone. */
  readonly segments: number;
}

export interface BlockCount {
  readonly rule: RuleId | null;
  readonly target: CalendarId;
  readonly live: number;
  readonly dismissed: number;
  readonly edited: number;
}

export interface CycleSample {
  readonly at: Instant;
  readonly durationMs: number;
  readonly ok: boolean;
}

/** How long one change took from being seen to its block, ms, by the block's account. */
export interface LatencySample {
  readonly account: AccountId;
  readonly at: Instant;
  readonly ms: number;
}

/** An hour of an account: writes that went well and that did not, and the highest share of the quota in use. */
export interface Measure {
  readonly account: AccountId;
  /** Its beginning. */
  readonly hour: Instant;
  readonly good: number;
  readonly bad: number;
  readonly quotaShare: number;
}

/** Mirror, cursors, ledger, outbox, holds, audit: all that must survive a crash. Synchronous; throws `StoreError`. */
export interface Store {
  /** All or nothing; nested calls join the outer one, and a throw undoes only the inner one's writes. */
  transaction<T>(work: () => T): T;

  calendars(): readonly Calendar[];
  /** Replaces an account's list. A calendar that is missing from it stays, unreadable, so that nothing is concluded. */
  saveCalendars(account: AccountId, calendars: readonly Calendar[], at: Instant): void;
  /** When the account's calendars were last listed. */
  listedAt(account: AccountId): Instant | null;
  /** Asks for a new list in the next cycle: the one that was taken is known to be outdated. */
  dropList(account: AccountId): void;
  /** Forgets an account's calendars, mirror and cursors. Its blocks stay in the ledger until they are removed. */
  removeAccount(account: AccountId): void;

  cursor(calendar: CalendarId): CursorRecord | null;
  /** Asks for a complete read next time. */
  dropCursor(calendar: CalendarId): void;
  /** Whether the calendar has ever been read completely, even if its cursor was dropped since. */
  wasRead(calendar: CalendarId): boolean;
  /** Calendars whose cursor was dropped since they were last read: something about them is in doubt. */
  inDoubt(): readonly CalendarId[];
  /** Puts all in doubt: every calendar is read completely anew, and each block is looked for before it is believed. */
  doubtAll(): void;
  /**
   * Takes a pull into the mirror and the cursor last; returns what is really different. A tombstone takes the event of
   * its id and every occurrence of the series of that id. A snapshot takes away what overlaps its span and is not in it.
   */
  commitPull(
    calendar: CalendarId,
    pull: Pull,
    basis: Omit<CursorRecord, 'cursor'>,
  ): readonly PullChange[];
  /** Takes out of the mirror what is no longer needed of a calendar's events; the cursor stays, with the new needs. */
  forgetFields(calendar: CalendarId, needs: FieldNeeds): void;
  event(calendar: CalendarId, id: EventId): CalendarEvent | null;
  /** Whether the mirror holds the event, or an occurrence of the series, of that id. */
  hasEvent(calendar: CalendarId, id: EventId): boolean;
  eventsOf(calendar: CalendarId): readonly CalendarEvent[];
  /** Costs time in proportion to what it returns. All-day events count from 14 h before to 14 h after their UTC days. */
  eventsOverlapping(calendar: CalendarId, spans: readonly Interval[]): readonly CalendarEvent[];
  eventCount(calendar: CalendarId): number;

  blocksOn(target: CalendarId): readonly BlockRecord[];
  blocksOverlapping(target: CalendarId, spans: readonly Interval[]): readonly BlockRecord[];
  blocksOfSource(calendar: CalendarId, event: EventId): readonly BlockRecord[];
  blocksWithKey(key: BlockKey): readonly BlockRecord[];
  unlinkedBlocks(target: CalendarId): readonly BlockRecord[];
  blockBySlot(slot: Slot): BlockRecord | null;
  blockByKey(target: CalendarId, key: BlockKey): BlockRecord | null;
  blockByRemoteId(target: CalendarId, remoteId: string): BlockRecord | null;
  saveBlock(record: BlockRecord): void;
  removeBlock(target: CalendarId, key: BlockKey): void;
  /** Rows per rule and target, sorted. */
  blockCounts(): readonly BlockCount[];

  /** Durable when it returns. */
  recordIntent(intent: Intent): void;
  settleIntent(ref: string): void;
  intent(ref: string): Intent | null;
  openIntents(): readonly Intent[];

  holds(): readonly Hold[];
  replaceHolds(holds: readonly Hold[]): void;

  /** Returns the entry's sequence. */
  appendAudit(deed: AuditDeed): number;
  auditEntries(since?: Instant): Iterable<AuditEntry>;
  /** Entries before a sequence number, or the newest where it is null; newest first. */
  auditBefore(sequence: number | null, limit: number): readonly AuditEntry[];
  /** What was done to one block, newest first. */
  auditOf(key: BlockKey, limit: number): readonly AuditEntry[];
  /** Entries behind a sequence number, oldest first. */
  auditAfter(sequence: number, limit: number): readonly AuditEntry[];
  /** Gives up whole segments that ended before an instant, none beyond `through`; returns how many entries went. */
  pruneAudit(endedBefore: Instant, through: number): number;
  /** The vault is about to be replaced: from now on the log is sealed with the other one's key. */
  changeAuditKey(key: Uint8Array): void;
  verifyAudit(): AuditVerdict;

  recordCycle(sample: CycleSample): void;
  /** Newest first. */
  lastCycles(count: number): readonly CycleSample[];
  /** The wall-clock time of the last cycle, null before the first. */
  lastCycleAt(): Instant | null;
  recordLatency(sample: LatencySample): void;
  latenciesSince(at: Instant): readonly LatencySample[];
  recordWrites(account: AccountId, at: Instant, good: number, bad: number): void;
  /** The highest share in use since it was last recorded. */
  recordQuota(account: AccountId, at: Instant, quotaShare: number): void;
  /** From the hour of an instant on, oldest first. */
  measuresSince(at: Instant): readonly Measure[];
  /** A small JSON value by name; null if it was never set. */
  note(name: string): unknown;
  setNote(name: string, value: unknown): void;

  close(): void;
}
