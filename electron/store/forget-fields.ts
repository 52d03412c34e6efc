import type { CalendarEvent, FieldNeeds } from '../../shared/model/event.ts';
import { keepOnly } from '../../shared/rules/field-needs.ts';
import type { Connection } from './connection.ts';

/** Takes out of a calendar's events what no rule needs any more, and notes that a later need has to be read for. */
export function forgetFields(connection: Connection, calendar: number, needs: FieldNeeds): void {
  connection.transaction(() => {
    for (const row of connection.all(
      'SELECT number, body FROM event WHERE calendar = ?',
      calendar,
    )) {
      const event = JSON.parse(String(row['body'])) as CalendarEvent;
      const kept = keepOnly(event, needs);
      if (kept !== event)
        connection.run(
          'UPDATE event SET body = ? WHERE number = ?',
          JSON.stringify(kept),
          row['number'] ?? null,
        );
    }
    connection.run(
      'UPDATE cursor SET needs = ? WHERE calendar = ?',
      JSON.stringify(needs),
      calendar,
    );
  });
}
