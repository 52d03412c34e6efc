import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { Connection } from './connection.ts';

/** The calendars that providers have listed. */
export class Calendars {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  all(): readonly Calendar[] {
    return this.#connection
      .all('SELECT body, listed FROM calendar ORDER BY number')
      .map(({ body, listed }) => ({
        ...(JSON.parse(String(body)) as Calendar),
        ...(listed === 1 ? {} : { canRead: false, canWrite: false }),
      }));
  }

  save(account: AccountId, calendars: readonly Calendar[], at: Instant): void {
    this.#connection.transaction(() => {
      this.#connection.run('UPDATE calendar SET listed = 0 WHERE account = ?', account);
      for (const calendar of calendars) {
        this.#connection.run(
          `INSERT INTO calendar (id, account, body, listed) VALUES (?, ?, ?, 1)
           ON CONFLICT (id) DO UPDATE SET body = excluded.body, listed = 1`,
          calendar.id,
          account,
          JSON.stringify(calendar),
        );
      }
      this.#connection.run(
        'INSERT INTO account_list (account, at) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET at = excluded.at',
        account,
        at,
      );
    });
  }

  listedAt(account: AccountId): Instant | null {
    return (this.#connection.one('SELECT at FROM account_list WHERE account = ?', account)?.[
      'at'
    ] ?? null) as Instant | null;
  }

  dropList(account: AccountId): void {
    this.#connection.run('DELETE FROM account_list WHERE account = ?', account);
  }

  remove(account: AccountId): void {
    this.#connection.transaction(() => {
      this.#connection.run('DELETE FROM calendar WHERE account = ?', account);
      this.#connection.run('DELETE FROM account_list WHERE account = ?', account);
    });
  }

  /** The row number that other tables use; null for a calendar that was never listed. */
  numberOf(calendar: CalendarId): number | null {
    return (this.#connection.one('SELECT number FROM calendar WHERE id = ?', calendar)?.[
      'number'
    ] ?? null) as number | null;
  }
}
