import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';
import { first } from './0001-first.ts';
import { latency } from './0002-latency.ts';
import { auditSeals } from './0003-audit-seals.ts';
import { spans } from './0004-spans.ts';

/** What only code can do, with the key that seals the audit log. Runs in its step's transaction. */
export type SealAudit = (database: DatabaseSync) => void;

interface Step {
  readonly sql: string;
  /** An older log comes under seal here, and nowhere else: later, a log without a seal is a finding. */
  readonly sealsAudit?: true;
}

/** Append only: an entry that has shipped never changes. */
const steps: readonly Step[] = [
  { sql: first },
  { sql: latency },
  { sql: auditSeals, sealsAudit: true },
  { sql: spans },
];

export const SCHEMA_VERSION = steps.length;

export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/**
 * Brings a database to this program's schema, each step in its own transaction.
 * A database of a later program is refused as it is: what it holds can't be judged here.
 */
export function migrate(database: DatabaseSync, sealAudit: SealAudit): void {
  const version = schemaVersion(database);
  if (version > SCHEMA_VERSION) throw new StoreError('newer');
  steps.slice(version).forEach(({ sql, sealsAudit }, index) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(sql);
      if (sealsAudit === true) sealAudit(database);
      database.exec(`PRAGMA user_version = ${version + index + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  });
}
