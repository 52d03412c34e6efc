import { UserError } from '../../shared/errors/errors.ts';
import {
  exportVaultKey,
  importVaultKey,
  SHORTEST_PASSPHRASE,
} from '../accounts/vault/key-transfer.ts';
import type { Random } from '../ports/random.ts';
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
  return exported.text;
}

/**
 * Reads another device's vault. Refused while this profile has blocks of its own on any calendar: under another vault
 * nobody would know them any more.
 */
export async function vaultFrom(
  profile: Profile,
  text: string,
  passphrase: string,
): Promise<Vault> {
  const imported = await importVaultKey(text, passphrase);
  if (imported.kind !== 'imported') throw new UserError(`vault.${imported.kind}`);
  const { store, engineDeps } = profile;
  const blocks = store.blockCounts().reduce((sum, { live }) => sum + live, 0);
  if (imported.vault.id !== engineDeps.vault.id && blocks > 0)
    throw new UserError('vault.inUse', { count: String(blocks) });
  return imported.vault;
}

/**
 * The last that this profile does under its old vault: its audit log goes on under the new one's seal, and says so. To be
 * called right before `takeOver`.
 */
export function handOver({ store, engineDeps }: Profile, vault: Vault): void {
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

/** Writes it into a profile's folder; it holds from the next time the profile is opened. */
export function takeOver(directory: string, vault: Vault): void {
  replaceVault(directory, vault);
}
