import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Slot } from '../../shared/model/block.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { FieldNeeds } from '../../shared/model/event.ts';
import type { Hold } from '../../shared/model/hold.ts';
import type { AccountId, BlockKey, CalendarId, EventId } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Pull } from '../ports/provider.ts';
import type {
  AuditDeed,
  CursorRecord,
  CycleSample,
  Intent,
  LatencySample,
  Store,
} from '../ports/store.ts';
import { AuditLog } from './audit/audit-log.ts';
import { Calendars } from './calendars.ts';
import type { Connection } from './connection.ts';
import { forgetFields } from './forget-fields.ts';
import { Latencies } from './latencies.ts';
import { Ledger } from './ledger.ts';
import { Measures } from './measures.ts';
import { Mirror } from './mirror.ts';

/** Cycles kept for the health page. */
const CYCLES_KEPT = 10_000;

/** The store over one SQLite connection: a front door to its rooms. */
export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly #calendars: Calendars;
  readonly #mirror: Mirror;
  readonly #ledger: Ledger;
  readonly #audit: AuditLog;
  readonly #latencies: Latencies;
  readonly #measures: Measures;

  constructor(connection: Connection, auditKey: Uint8Array) {
    this.#connection = connection;
    this.#calendars = new Calendars(connection);
    this.#mirror = new Mirror(connection, this.#calendars);
    this.#ledger = new Ledger(connection);
    this.#audit = new AuditLog(connection, auditKey);
    this.#latencies = new Latencies(connection);
    this.#measures = new Measures(connection);
  }

  transaction<T>(work: () => T): T {
    return this.#connection.transaction(work);
  }

  calendars = (): readonly Calendar[] => this.#calendars.all();
  saveCalendars = (account: AccountId, calendars: readonly Calendar[], at: Instant): void =>
    this.#calendars.save(account, calendars, at);
  listedAt = (account: AccountId): Instant | null => this.#calendars.listedAt(account);
  dropList = (account: AccountId): void => this.#calendars.dropList(account);
  removeAccount = (account: AccountId): void =>
    this.transaction(() => {
      this.#calendars.remove(account);
      this.#connection.run(
        "DELETE FROM intent WHERE body ->> '$.intended.target' NOT IN (SELECT id FROM calendar)",
      );
      this.#connection.run(
        "DELETE FROM note WHERE name LIKE 'unclear %' AND substr(name, 9) NOT IN (SELECT id FROM calendar)",
      );
    });

  cursor = (calendar: CalendarId): CursorRecord | null => this.#mirror.cursor(calendar);
  dropCursor = (calendar: CalendarId): void => this.#mirror.dropCursor(calendar);
  doubtAll = (): void =>
    this.transaction(() => {
      this.#mirror.dropCursors();
      this.#ledger.doubtAll();
    });
  wasRead = (calendar: CalendarId): boolean => this.#mirror.wasRead(calendar);
  inDoubt = (): readonly CalendarId[] => this.#mirror.inDoubt();
  commitPull = (
    calendar: CalendarId,
    pull: Pull,
    basis: Omit<CursorRecord, 'cursor'>,
  ): ReturnType<Mirror['commitPull']> => this.#mirror.commitPull(calendar, pull, basis);
  forgetFields = (calendar: CalendarId, needs: FieldNeeds): void => {
    const number = this.#calendars.numberOf(calendar);
    if (number !== null) forgetFields(this.#connection, number, needs);
  };
  event = (calendar: CalendarId, id: EventId): ReturnType<Mirror['event']> =>
    this.#mirror.event(calendar, id);
  hasEvent = (calendar: CalendarId, id: EventId): boolean => this.#mirror.has(calendar, id);
  eventsOf = (calendar: CalendarId): ReturnType<Mirror['eventsOf']> =>
    this.#mirror.eventsOf(calendar);
  eventsOverlapping = (
    calendar: CalendarId,
    spans: readonly Interval[],
  ): ReturnType<Mirror['eventsOf']> => this.#mirror.eventsOverlapping(calendar, spans);
  eventCount = (calendar: CalendarId): number => this.#mirror.count(calendar);

  blocksOn = (target: CalendarId): readonly BlockRecord[] => this.#ledger.on(target);
  blocksOverlapping = (target: CalendarId, spans: readonly Interval[]): readonly BlockRecord[] =>
    this.#ledger.overlapping(target, spans);
  blocksOfSource = (calendar: CalendarId, event: EventId): readonly BlockRecord[] =>
    this.#ledger.ofSource(calendar, event);
  blocksWithKey = (key: BlockKey): readonly BlockRecord[] => this.#ledger.withKey(key);
  unlinkedBlocks = (target: CalendarId): readonly BlockRecord[] => this.#ledger.unlinked(target);
  blockBySlot = (slot: Slot): BlockRecord | null => this.#ledger.bySlot(slot);
  blockByKey = (target: CalendarId, key: BlockKey): BlockRecord | null =>
    this.#ledger.byKey(target, key);
  blockByRemoteId = (target: CalendarId, remoteId: string): BlockRecord | null =>
    this.#ledger.byRemoteId(target, remoteId);
  saveBlock = (record: BlockRecord): void => this.#ledger.save(record);
  removeBlock = (target: CalendarId, key: BlockKey): void => this.#ledger.remove(target, key);
  blockCounts = (): ReturnType<Ledger['counts']> => this.#ledger.counts();

  recordIntent(intent: Intent): void {
    this.#connection.run(
      'INSERT INTO intent (ref, at, body) VALUES (?, ?, ?) ON CONFLICT (ref) DO UPDATE SET at = excluded.at, body = excluded.body',
      intent.ref,
      intent.at,
      JSON.stringify(intent),
    );
  }

  settleIntent(ref: string): void {
    this.#connection.run('DELETE FROM intent WHERE ref = ?', ref);
  }

  intent(ref: string): Intent | null {
    const row = this.#connection.one('SELECT body FROM intent WHERE ref = ?', ref);
    return row === null ? null : (JSON.parse(String(row['body'])) as Intent);
  }

  openIntents(): readonly Intent[] {
    return this.#connection
      .all('SELECT body FROM intent ORDER BY at, ref')
      .map(({ body }) => JSON.parse(String(body)) as Intent);
  }

  holds(): readonly Hold[] {
    return this.#connection
      .all('SELECT body FROM hold ORDER BY target, rule')
      .map(({ body }) => JSON.parse(String(body)) as Hold);
  }

  replaceHolds(holds: readonly Hold[]): void {
    this.#connection.transaction(() => {
      this.#connection.run('DELETE FROM hold');
      for (const hold of holds) {
        this.#connection.run(
          'INSERT INTO hold (rule, target, body) VALUES (?, ?, ?)',
          hold.rule,
          hold.target,
          JSON.stringify(hold),
        );
      }
    });
  }

  appendAudit = (deed: AuditDeed): number => this.#audit.append(deed);
  auditEntries = (since = 0 as Instant): ReturnType<AuditLog['entries']> =>
    this.#audit.entries(since);
  auditBefore = (sequence: number | null, limit: number): ReturnType<AuditLog['before']> =>
    this.#audit.before(sequence, limit);
  auditOf = (key: BlockKey, limit: number): ReturnType<AuditLog['of']> =>
    this.#audit.of(key, limit);
  auditAfter = (sequence: number, limit: number): ReturnType<AuditLog['after']> =>
    this.#audit.after(sequence, limit);
  pruneAudit = (endedBefore: Instant, through: number): number =>
    this.#audit.prune(endedBefore, through);
  changeAuditKey = (key: Uint8Array): void => this.#audit.changeKey(key);
  verifyAudit = (): ReturnType<AuditLog['verify']> => this.#audit.verify();

  recordCycle({ at, durationMs, ok }: CycleSample): void {
    const { id } = this.#connection.run(
      'INSERT INTO cycle (at, duration_ms, ok) VALUES (?, ?, ?)',
      at,
      Math.round(durationMs),
      ok ? 1 : 0,
    );
    this.#connection.run('DELETE FROM cycle WHERE number <= ?', id - CYCLES_KEPT);
  }

  lastCycles(count: number): readonly CycleSample[] {
    return this.#connection
      .all('SELECT at, duration_ms, ok FROM cycle ORDER BY number DESC LIMIT ?', count)
      .map(({ at, duration_ms, ok }) => ({
        at: Number(at) as Instant,
        durationMs: Number(duration_ms),
        ok: ok === 1,
      }));
  }

  lastCycleAt(): Instant | null {
    return this.lastCycles(1)[0]?.at ?? null;
  }

  recordLatency = (sample: LatencySample): void => this.#latencies.record(sample);
  latenciesSince = (at: Instant): readonly LatencySample[] => this.#latencies.since(at);

  recordWrites = (account: AccountId, at: Instant, good: number, bad: number): void =>
    this.#measures.recordWrites(account, at, good, bad);
  recordQuota = (account: AccountId, at: Instant, quotaShare: number): void =>
    this.#measures.recordQuota(account, at, quotaShare);
  measuresSince = (at: Instant): ReturnType<Measures['since']> => this.#measures.since(at);

  note(name: string): unknown {
    const row = this.#connection.one('SELECT value FROM note WHERE name = ?', name);
    return row === null ? null : (JSON.parse(String(row['value'])) as unknown);
  }

  setNote(name: string, value: unknown): void {
    this.#connection.run(
      'INSERT INTO note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      JSON.stringify(value),
    );
  }

  close(): void {
    this.#connection.close();
  }
}
