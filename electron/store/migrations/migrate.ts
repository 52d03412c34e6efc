import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';
import { first } from './0001-first.ts';
import { latency } from './0002-latency.ts';

/** Append only: an entry that has shipped never changes. */
const steps: readonly string[] = [first, latency];

export const SCHEMA_VERSION = steps.length;

export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/**
 * Brings a database to this program's schema, each step in its own transaction.
 * A database of a later program is refused as it is: what it holds can't be judged here.
 */
export function migrate(database: DatabaseSync): void {
  const version = schemaVersion(database);
  if (version > SCHEMA_VERSION) throw new StoreError('newer');
  steps.slice(version).forEach((step, index) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step);
      database.exec(`PRAGMA user_version = ${version + index + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  });
}
