import { UserError } from '../../shared/errors/errors.ts';
import {
  exportVaultKey,
  importVaultKey,
  SHORTEST_PASSPHRASE,
} from '../accounts/vault/key-transfer.ts';
import { stands } from '../../shared/plan/stopped.ts';
import type { Random } from '../ports/random.ts';
import type { Store } from '../ports/store.ts';
import { replaceVault, type Vault } from '../store/vault-file.ts';
import { requireExport } from './policy-guard.ts';
import { auditKeyOf } from './open-database.ts';
import type { Profile } from './profile.ts';

/** This profile's vault as a text for a person's second device, which then knows the blocks of this one as its own. */
export async function vaultText(
  profile: Profile,
  passphrase: string,
  random: Random,
): Promise<string> {
  requireExport(profile);
  const exported = await exportVaultKey(profile.engineDeps.vault, passphrase, random);
  if (exported.kind === 'weakPassphrase')
    throw new UserError('vault.weakPassphrase', { count: String(SHORTEST_PASSPHRASE) });
  profile.settings.noteOtherDevices();
  return exported.text;
}

/** Reads another device's vault. */
export async function vaultFrom(text: string, passphrase: string): Promise<Vault> {
  const imported = await importVaultKey(text, passphrase);
  if (imported.kind !== 'imported') throw new UserError(`vault.${imported.kind}`);
  return imported.vault;
}

/**
 * The last that this profile does under its old vault: its audit log goes on under the new one's seal, and says so. Refused
 * while blocks of its own are, or may be, on any calendar: under another vault nobody would know them any more. No cycle may
 * run from here on, and `takeOver` follows at once.
 */
export function handOver({ store, settings, engineDeps }: Profile, vault: Vault): void {
  const blocks = standing(store);
  if (vault.id !== engineDeps.vault.id && blocks > 0)
    throw new UserError('vault.inUse', { count: String(blocks) });
  // First of all: a program that ends in between only asks more often than it need.
  settings.noteOtherDevices();
  store.transaction(() => {
    store.appendAudit({
      at: engineDeps.clock.now(),
      action: 'key',
      by: 'person',
      rule: null,
      target: null,
      key: null,
      outcome: 'replaced',
    });
    store.changeAuditKey(auditKeyOf(vault));
  });
}

function standing(store: Store): number {
  const targets = new Set(store.blockCounts().map(({ target }) => target));
  return [...targets].flatMap((target) => store.blocksOn(target).filter(stands)).length;
}

/** Writes it into a profile's folder; it holds from the next time the profile is opened. */
export function takeOver(directory: string, vault: Vault): void {
  replaceVault(directory, vault);
}
