import type { AccountId } from '../../shared/model/ids.ts';
import { DAY, type Instant } from '../../shared/time/instant.ts';
import type { LatencySample } from '../ports/store.ts';
import type { Connection } from './connection.ts';

const KEPT_MS = 14 * DAY;
/** A busy day of a large mesh must not make the file grow without end. */
const KEPT_SAMPLES = 50_000;

/** How long changes took to become blocks, for the health page; old samples go by themselves. */
export class Latencies {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  record({ account, at, ms }: LatencySample): void {
    const { id } = this.#connection.run(
      'INSERT INTO latency (account, at, ms) VALUES (?, ?, ?)',
      account,
      at,
      Math.max(0, Math.round(ms)),
    );
    this.#connection.run(
      'DELETE FROM latency WHERE at < ? OR number <= ?',
      at - KEPT_MS,
      id - KEPT_SAMPLES,
    );
  }

  since(at: Instant): readonly LatencySample[] {
    return this.#connection
      .all('SELECT account, at, ms FROM latency WHERE at >= ? ORDER BY number', at)
      .map((row) => ({
        account: String(row['account']) as AccountId,
        at: Number(row['at']) as Instant,
        ms: Number(row['ms']),
      }));
  }
}
