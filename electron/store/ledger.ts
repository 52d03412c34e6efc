import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Slot } from '../../shared/model/block.ts';
import type { BlockKey, CalendarId, EventId, RuleId } from '../../shared/model/ids.ts';
import { MINUTE } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { BlockCount } from '../ports/store.ts';
import type { Connection, Row } from './connection.ts';
import { minutesOf } from './spans.ts';

/** The busy blocks that we hold, are about to hold, or held. */
export class Ledger {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  on(target: CalendarId): readonly BlockRecord[] {
    return this.#connection.each('SELECT body FROM block WHERE target = ?', recordOf, target);
  }

  overlapping(target: CalendarId, spans: readonly Interval[]): readonly BlockRecord[] {
    const number = this.#targetNumber(target);
    const found = new Map<BlockKey, BlockRecord>();
    for (const { start, end } of spans) {
      const rows = this.#connection.all(
        `SELECT b.body FROM block_span s JOIN block b ON b.number = s.number
         WHERE s.target_low <= ?1 AND s.target_high >= ?1 AND s.starts < ?2 AND s.ends > ?3`,
        number,
        Math.ceil(end / MINUTE),
        Math.floor(start / MINUTE),
      );
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
    return this.#connection
      .all('SELECT b.body FROM target t JOIN block b ON b.target = t.id AND b.key = ?', key)
      .map(recordOf);
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
    this.#connection.transaction(() => {
      const saved = this.#connection.one(
        `INSERT INTO block (target, key, rule, source_calendar, source_event, occurrence, state, remote_id, edited, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (target, key) DO UPDATE SET rule = excluded.rule, source_calendar = excluded.source_calendar,
           source_event = excluded.source_event, occurrence = excluded.occurrence, state = excluded.state,
           remote_id = excluded.remote_id, edited = excluded.edited, body = excluded.body
         RETURNING number`,
        record.target,
        record.key,
        record.slot?.rule ?? null,
        record.slot?.sourceCalendar ?? null,
        record.slot?.sourceEvent ?? null,
        record.slot?.occurrence ?? null,
        record.state,
        record.remoteId,
        record.observed === null ? 0 : 1,
        JSON.stringify(record),
      );
      const number = saved?.['number'] ?? null;
      const { starts, ends } = minutesOf(record.content.time);
      const target = this.#targetNumber(record.target);
      // Most writes leave a block where it was, and moving a span to its own place costs as much as moving it elsewhere.
      this.#connection.run(
        `INSERT OR REPLACE INTO block_span SELECT ?1, ?2, ?3, ?4, ?4 WHERE NOT EXISTS
           (SELECT 1 FROM block_span WHERE number = ?1 AND starts = ?2 AND ends = ?3 AND target_low = ?4)`,
        number,
        starts,
        ends,
        target,
      );
    });
  }

  remove(target: CalendarId, key: BlockKey): void {
    this.#connection.transaction(() => {
      this.#connection.run(
        'DELETE FROM block_span WHERE number = (SELECT number FROM block WHERE target = ? AND key = ?)',
        target,
        key,
      );
      this.#connection.run('DELETE FROM block WHERE target = ? AND key = ?', target, key);
    });
  }

  doubtAll(): void {
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

  #targetNumber(target: CalendarId): number {
    const row = this.#connection.one('SELECT number FROM target WHERE id = ?', target);
    if (row !== null) return Number(row['number']);
    return this.#connection.run('INSERT INTO target (id) VALUES (?)', target).id;
  }
}

function recordOf({ body }: Row): BlockRecord {
  return JSON.parse(String(body)) as BlockRecord;
}

function one(row: Row | null): BlockRecord | null {
  return row === null ? null : recordOf(row);
}
