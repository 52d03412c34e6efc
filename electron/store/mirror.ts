import type { CalendarEvent, FieldNeeds } from '../../shared/model/event.ts';
import { eventIdOf, type CalendarId, type EventId } from '../../shared/model/ids.ts';
import { DAY, MINUTE, type Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Pull } from '../ports/provider.ts';
import type { CursorRecord, PullChange } from '../ports/store.ts';
import type { Calendars } from './calendars.ts';
import type { Connection, Row } from './connection.ts';
import { boundsOf, minutesOf, searchByTime } from './spans.ts';

/** The row number of the calendar with the id that comes first: one statement where asking apart would take two. */
const NUMBER = '(SELECT number FROM calendar WHERE id = ?1)';

const BODIES_BY_TIME = searchByTime('found.body', 'event', 'calendar');
const ROWS_BY_TIME = searchByTime('found.number, found.id, found.body', 'event', 'calendar');

/**
 * How long events stay once the window has left them behind. So long that no chain of merged blocks that began with them
 * reaches into it; their own blocks stay as the rules say.
 */
const KEPT_BEHIND = 31 * DAY;

/** Our copy of every calendar in the window, and how far each was read. */
export class Mirror {
  readonly #connection: Connection;
  readonly #calendars: Calendars;

  constructor(connection: Connection, calendars: Calendars) {
    this.#connection = connection;
    this.#calendars = calendars;
  }

  cursor(calendar: CalendarId): CursorRecord | null {
    const row = this.#cursorRow(calendar);
    if (row === null || row['cursor'] === null) return null;
    return {
      cursor: String(row['cursor']),
      window: {
        start: Number(row['window_start']) as Instant,
        end: Number(row['window_end']) as Instant,
      },
      needs: JSON.parse(String(row['needs'])) as FieldNeeds,
      at: Number(row['at']) as Instant,
    };
  }

  wasRead(calendar: CalendarId): boolean {
    return this.#cursorRow(calendar) !== null;
  }

  dropCursor(calendar: CalendarId): void {
    this.#connection.run(
      'UPDATE cursor SET cursor = NULL WHERE calendar = ?',
      this.#calendars.numberOf(calendar),
    );
  }

  dropCursors(): void {
    this.#connection.run('UPDATE cursor SET cursor = NULL');
  }

  inDoubt(): readonly CalendarId[] {
    return this.#connection
      .all(
        'SELECT c.id FROM cursor k JOIN calendar c ON c.number = k.calendar WHERE k.cursor IS NULL ORDER BY c.id',
      )
      .map(({ id }) => String(id) as CalendarId);
  }

  commitPull(
    calendar: CalendarId,
    pull: Pull,
    basis: Omit<CursorRecord, 'cursor'>,
  ): readonly PullChange[] {
    return this.#connection.transaction(() => {
      const number = this.#known(calendar);
      const changes = new Map<EventId, PullChange>();
      const note = (id: EventId, change: PullChange): void => {
        changes.set(id, {
          before: changes.has(id) ? (changes.get(id)?.before ?? null) : change.before,
          after: change.after,
        });
      };
      for (const removed of this.#removals(number, pull))
        note(removed.id, { before: removed, after: null });
      for (const event of pull.events) {
        const before = this.#upsert(number, event);
        if (before !== event) note(event.id, { before, after: event });
      }
      this.#connection.run(
        `INSERT INTO cursor (calendar, cursor, window_start, window_end, needs, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (calendar) DO UPDATE SET cursor = excluded.cursor, window_start = excluded.window_start,
           window_end = excluded.window_end, needs = excluded.needs, at = excluded.at`,
        number,
        pull.cursor,
        basis.window.start,
        basis.window.end,
        JSON.stringify(basis.needs),
        basis.at,
      );
      return [...changes.values()].filter(
        ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
      );
    });
  }

  event(calendar: CalendarId, id: EventId): CalendarEvent | null {
    const sql = `SELECT body FROM event WHERE calendar = ${NUMBER} AND id = ?2`;
    const row = this.#connection.one(sql, calendar, id);
    return row === null ? null : eventOf(row);
  }

  has(calendar: CalendarId, id: EventId): boolean {
    const sql = `SELECT 1 FROM event WHERE calendar = ${NUMBER} AND (id = ?2 OR series = ?2) LIMIT 1`;
    return this.#connection.one(sql, calendar, id) !== null;
  }

  eventsOf(calendar: CalendarId): readonly CalendarEvent[] {
    const sql = `SELECT body FROM event WHERE calendar = ${NUMBER}`;
    return this.#connection.each(sql, eventOf, calendar);
  }

  eventsOverlapping(calendar: CalendarId, spans: readonly Interval[]): readonly CalendarEvent[] {
    const number = this.#calendars.numberOf(calendar);
    if (number === null) return [];
    const found = new Map<EventId, CalendarEvent>();
    for (const span of spans) {
      const rows = this.#connection.all(BODIES_BY_TIME, number, ...boundsOf(span));
      for (const event of rows.map(eventOf)) found.set(event.id, event);
    }
    return [...found.values()];
  }

  count(calendar: CalendarId): number {
    const sql = `SELECT count(*) AS n FROM event WHERE calendar = ${NUMBER}`;
    return Number(this.#connection.one(sql, calendar)?.['n'] ?? 0);
  }

  /** What a pull says is gone: named by a tombstone, or missing from a snapshot within its span. */
  #removals(number: number, pull: Pull): readonly CalendarEvent[] {
    const gone: CalendarEvent[] = [];
    const remove = (row: Row): void => {
      gone.push(eventOf(row));
      this.#connection.run('DELETE FROM event WHERE number = ?', row['number'] ?? null);
    };
    if (pull.kind === 'changes') {
      for (const { event } of pull.removed) {
        this.#connection
          .all(
            'SELECT number, body FROM event WHERE calendar = ?1 AND (id = ?2 OR series = ?2)',
            number,
            event,
          )
          .forEach(remove);
      }
      return gone;
    }
    const kept = new Set([...pull.events.map(({ id }) => id), ...pull.unclear.map(eventIdOf)]);
    this.#connection
      .all(ROWS_BY_TIME, number, ...boundsOf(pull.covers))
      .filter(({ id }) => !kept.has(String(id) as EventId))
      .forEach(remove);
    this.#connection.run(
      'DELETE FROM event WHERE calendar = ? AND ends < ?',
      number,
      Math.floor((pull.covers.start - KEPT_BEHIND) / MINUTE),
    );
    return gone;
  }

  /** Returns what was there before: the same object where nothing is different. */
  #upsert(number: number, event: CalendarEvent): CalendarEvent | null {
    const row = this.#connection.one(
      'SELECT number, body FROM event WHERE calendar = ? AND id = ?',
      number,
      event.id,
    );
    const body = JSON.stringify(event);
    if (row !== null && row['body'] === body) return event;
    const { starts, ends } = minutesOf(event.time);
    if (row === null) {
      this.#connection.run(
        'INSERT INTO event (calendar, id, series, starts, ends, body) VALUES (?, ?, ?, ?, ?, ?)',
        number,
        event.id,
        event.series,
        starts,
        ends,
        body,
      );
      return null;
    }
    this.#connection.run(
      'UPDATE event SET series = ?, starts = ?, ends = ?, body = ? WHERE number = ?',
      event.series,
      starts,
      ends,
      body,
      row['number'] ?? null,
    );
    return eventOf(row);
  }

  #cursorRow(calendar: CalendarId): Row | null {
    return this.#connection.one(`SELECT * FROM cursor WHERE calendar = ${NUMBER}`, calendar);
  }

  #known(calendar: CalendarId): number {
    const number = this.#calendars.numberOf(calendar);
    if (number === null) throw new Error('A calendar is read before it was listed');
    return number;
  }
}

function eventOf({ body }: Row): CalendarEvent {
  return JSON.parse(String(body)) as CalendarEvent;
}
