import { createHmac } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/errors/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { noticeOldDatabase, pageMemo, turnPage } from '../store/last-page.ts';
import { openStore } from '../store/open-store.ts';
import { settingsFile } from '../store/settings.ts';
import { VaultError, vaultFile, type Vault } from '../store/vault-file.ts';
import type { Surroundings } from './surroundings.ts';

/** A profile's database; `afterCycle` marks copies of it that were made earlier as old. */
export interface Database {
  readonly store: Store;
  readonly afterCycle: () => void;
}

/** Opens it, and tells whether it was put back from a backup. */
export function openDatabase(
  directory: string,
  { clock, random }: Pick<Surroundings, 'clock' | 'random'>,
  vault: Vault,
): Database {
  const file = databaseFile(directory);
  const store = openStore(file, stamp(clock), auditKeyOf(vault));
  requireSettings(directory, store);
  const page = (): string => Buffer.from(random.bytes(16)).toString('hex');
  const memo = pageMemo(file);
  noticeOldDatabase(store, memo, page());
  return { store, afterCycle: () => turnPage(store, memo, page()) };
}

/** A vault is made before its database: one without the other has lost its key, and another would not be the same. */
export function requireKey(directory: string): void {
  const file = vaultFile(directory);
  const hasDatabase = (statSync(databaseFile(directory), { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (hasDatabase && !existsSync(file)) throw new VaultError(file, 'missing');
}

/** As with the key: calendars are known by accounts of the settings, and without those all that is known of them would go. */
function requireSettings(directory: string, store: Store): void {
  const file = settingsFile(directory);
  if (existsSync(file) || store.calendars().length === 0) return;
  store.close();
  throw new UserError('settings.missing', { file });
}

/** Seals the audit log. Made from the vault's key, which it does not tell. */
export function auditKeyOf({ key }: Vault): Uint8Array {
  return createHmac('sha256', key).update('umbra audit seal').digest();
}

export function databaseFile(directory: string): string {
  return join(directory, 'umbra.db');
}

function stamp(clock: Clock): string {
  return new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
}
