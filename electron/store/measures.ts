import type { AccountId } from '../../shared/model/ids.ts';
import { DAY, HOUR, instant, type Instant } from '../../shared/time/instant.ts';
import type { Measure } from '../ports/store.ts';
import type { Connection } from './connection.ts';

const KEPT_MS = 90 * DAY;

/** How writes went and how much of the quota was in use, account by account and hour by hour; old hours go by themselves. */
export class Measures {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  recordWrites(account: AccountId, at: Instant, good: number, bad: number): void {
    this.#add({ account, hour: hourOf(at), good, bad, quotaShare: 0 });
  }

  recordQuota(account: AccountId, at: Instant, quotaShare: number): void {
    this.#add({ account, hour: hourOf(at), good: 0, bad: 0, quotaShare });
  }

  since(at: Instant): readonly Measure[] {
    return this.#connection
      .all('SELECT * FROM measure WHERE hour >= ? ORDER BY hour, account', hourOf(at))
      .map((row) => ({
        account: String(row['account']) as AccountId,
        hour: instant(Number(row['hour'])),
        good: Number(row['good']),
        bad: Number(row['bad']),
        quotaShare: Number(row['quota']),
      }));
  }

  #add({ account, hour, good, bad, quotaShare }: Measure): void {
    const { changes } = this.#connection.run(
      `UPDATE measure SET good = good + ?, bad = bad + ?, quota = max(quota, ?) WHERE account = ? AND hour = ?`,
      good,
      bad,
      quotaShare,
      account,
      hour,
    );
    if (changes > 0) return;
    this.#connection.run('DELETE FROM measure WHERE hour < ?', hour - KEPT_MS);
    this.#connection.run(
      'INSERT INTO measure (account, hour, good, bad, quota) VALUES (?, ?, ?, ?, ?)',
      account,
      hour,
      good,
      bad,
      quotaShare,
    );
  }
}

function hourOf(at: Instant): Instant {
  return instant(Math.floor(at / HOUR) * HOUR);
}
