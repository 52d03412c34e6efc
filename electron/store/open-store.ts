import { chmodSync, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../ports/store.ts';
import { AuditLog } from './audit/audit-log.ts';
import { Connection } from './connection.ts';
import { makeFolder } from './make-folder.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations/migrate.ts';
import { SqliteStore } from './sqlite-store.ts';
import { StoreError, storeErrorOf } from './store-error.ts';

/**
 * Opens the database of a profile, or makes it where there is none. Throws a `StoreError`:
 * `busy` (another process has it), `newer` (of a later version; left as it is), `corrupt` (put aside, named in the
 * error; nothing is made anew over it), `full`, `readOnly`, `io`.
 * `stamp` names a quarantined or backed-up copy; `auditKey` seals the audit log.
 */
export function openStore(path: string, stamp: string, auditKey: Uint8Array): Store {
  const fresh = !existsSync(path) || statSync(path).size === 0;
  makeFolder(dirname(path));
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path);
    prepare(database);
    if (!fresh) {
      check(database);
      if (schemaVersion(database) < SCHEMA_VERSION)
        copyFileSync(path, `${path}.before-${SCHEMA_VERSION}-${stamp}`);
    }
    migrate(database, (fresh) => sealAudit(fresh, auditKey));
    chmodSync(path, 0o600);
    return new SqliteStore(new Connection(database), auditKey);
  } catch (error) {
    database?.close();
    const named = storeErrorOf(error);
    if (named === null) throw error;
    throw named.code === 'corrupt' ? quarantine(path, stamp, named) : named;
  }
}

/** A database that lives in memory only, or what a backup left of one: for previews and tests. */
export function openMemoryStore(database = new DatabaseSync(':memory:')): Store {
  migrate(database, (fresh) => sealAudit(fresh, MEMORY_KEY));
  return new SqliteStore(new Connection(database), MEMORY_KEY);
}

/** What lies in memory needs no secret seal. */
const MEMORY_KEY = new Uint8Array(32);

function sealAudit(database: DatabaseSync, key: Uint8Array): void {
  new AuditLog(new Connection(database), key).begin();
}

/**
 * Exclusive locking keeps a second process out for as long as this one lives, and ends with it even if it is killed.
 * `synchronous = FULL`: with WAL, less would lose committed rows on a power cut, and with them the intents.
 * `secure_delete`: without it, texts that were forgotten stay readable in the file. What SQLite moved between pages before
 * may still leave a piece of one; only rewriting the whole file would not.
 */
function prepare(database: DatabaseSync): void {
  database.exec(`
    PRAGMA busy_timeout = 0;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
  `);
  database.exec('BEGIN EXCLUSIVE; COMMIT');
}

function check(database: DatabaseSync): void {
  const [row] = database.prepare('PRAGMA quick_check(1)').all();
  if (row?.['quick_check'] !== 'ok') throw new StoreError('corrupt');
}

function quarantine(path: string, stamp: string, error: StoreError): StoreError {
  const aside = `${path}.corrupt-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return new StoreError('corrupt', { cause: error, quarantined: aside });
}
