import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Slot } from '../../shared/model/block.ts';
import type { BlockKey, CalendarId, EventId, RuleId } from '../../shared/model/ids.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { BlockCount } from '../ports/store.ts';
import type { Connection, Row } from './connection.ts';
import { boundsOf, minutesOf, searchByTime } from './spans.ts';

const BY_TIME = searchByTime('found.body', 'block', 'target');

/** Steps from target to target along the index: a look at each row would cost the more, the more blocks there are. */
const WITH_KEY = `WITH RECURSIVE held (target) AS (
    SELECT min(target) FROM block
    UNION ALL
    SELECT (SELECT min(target) FROM block WHERE target > held.target) FROM held WHERE held.target IS NOT NULL
  ) SELECT block.body FROM held CROSS JOIN block ON block.target = held.target AND block.key = ?`;

/** The busy blocks that we hold, are about to hold, or held. */
export class Ledger {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  on(target: CalendarId): readonly BlockRecord[] {
    // By key, which is the order in which a plan writes them: any other jumps about in a large file.
    const sql = 'SELECT body FROM block WHERE target = ? ORDER BY key';
    return this.#connection.each(sql, recordOf, target);
  }

  overlapping(target: CalendarId, spans: readonly Interval[]): readonly BlockRecord[] {
    const found = new Map<BlockKey, BlockRecord>();
    for (const span of spans) {
      const rows = this.#connection.all(BY_TIME, target, ...boundsOf(span));
      for (const record of rows.map(recordOf)) found.set(record.key, record);
    }
    return [...found.values()];
  }

  ofSource(calendar: CalendarId, event: EventId): readonly BlockRecord[] {
    return this.#connection
      .all('SELECT body FROM block WHERE source_calendar = ? AND source_event = ?', calendar, event)
      .map(recordOf);
  }

  unlinked(target: CalendarId): readonly BlockRecord[] {
    return this.#connection
      .all('SELECT body FROM block WHERE target = ? AND rule IS NULL', target)
      .map(recordOf);
  }

  withKey(key: BlockKey): readonly BlockRecord[] {
    return this.#connection.all(WITH_KEY, key).map(recordOf);
  }

  bySlot({ rule, target, sourceCalendar, sourceEvent, occurrence }: Slot): BlockRecord | null {
    return one(
      this.#connection.one(
        'SELECT body FROM block WHERE source_calendar = ? AND source_event = ? AND target = ? AND rule = ? AND occurrence = ?',
        sourceCalendar,
        sourceEvent,
        target,
        rule,
        occurrence,
      ),
    );
  }

  byKey(target: CalendarId, key: BlockKey): BlockRecord | null {
    return one(
      this.#connection.one('SELECT body FROM block WHERE target = ? AND key = ?', target, key),
    );
  }

  byRemoteId(target: CalendarId, remoteId: string): BlockRecord | null {
    return one(
      this.#connection.one(
        'SELECT body FROM block WHERE target = ? AND remote_id = ?',
        target,
        remoteId,
      ),
    );
  }

  save(record: BlockRecord): void {
    const { starts, ends } = minutesOf(record.content.time);
    this.#connection.run(
      `INSERT INTO block (target, key, rule, source_calendar, source_event, occurrence, state, remote_id, edited,
         starts, ends, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (target, key) DO UPDATE SET rule = excluded.rule, source_calendar = excluded.source_calendar,
         source_event = excluded.source_event, occurrence = excluded.occurrence, state = excluded.state,
         remote_id = excluded.remote_id, edited = excluded.edited, starts = excluded.starts, ends = excluded.ends,
         body = excluded.body`,
      record.target,
      record.key,
      record.slot?.rule ?? null,
      record.slot?.sourceCalendar ?? null,
      record.slot?.sourceEvent ?? null,
      record.slot?.occurrence ?? null,
      record.state,
      record.remoteId,
      record.observed === null ? 0 : 1,
      starts,
      ends,
      JSON.stringify(record),
    );
  }

  remove(target: CalendarId, key: BlockKey): void {
    this.#connection.run('DELETE FROM block WHERE target = ? AND key = ?', target, key);
  }

  doubtAll(): void {
    // What is known by its marker only, a complete read finds again where it is still there.
    this.#connection.run(`DELETE FROM block WHERE rule IS NULL AND state IN ('live', 'deleting')`);
    this.#connection.run(
      `UPDATE block SET state = 'creating', body = json_set(body, '$.state', 'creating')
       WHERE state IN ('live', 'deleting')`,
    );
  }

  counts(): readonly BlockCount[] {
    return this.#connection
      .all(
        `SELECT rule, target, sum(state IN ('live', 'deleting')) AS live, sum(state = 'dismissed') AS dismissed,
           sum(state = 'live' AND edited) AS edited
         FROM block GROUP BY rule, target ORDER BY rule, target`,
      )
      .map(({ rule, target, live, dismissed, edited }) => ({
        rule: rule as RuleId | null,
        target: target as CalendarId,
        live: Number(live),
        dismissed: Number(dismissed),
        edited: Number(edited),
      }));
  }
}

function recordOf({ body }: Row): BlockRecord {
  return JSON.parse(String(body)) as BlockRecord;
}

function one(row: Row | null): BlockRecord | null {
  return row === null ? null : recordOf(row);
}
