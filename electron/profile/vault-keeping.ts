/**
 * How a profile's vault comes from its file: the app keeps its key under the system's keychain wherever that protects
 * anything; the command, which can't open one, keeps it in a file of the owner's.
 */
import { probeProtection } from '../accounts/vault/probe-protection.ts';
import { seal, unseal } from '../accounts/vault/sealed-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { Random } from '../ports/random.ts';
import {
  newVault,
  readVault,
  replaceBySealed,
  replaceVault,
  VaultError,
  vaultFile,
  vaultFromWords,
  vaultWords,
  type Vault,
} from '../store/vault-file.ts';

export type OpenVault = (directory: string) => Promise<Vault>;

export interface VaultDeps {
  readonly keyStore: KeyStore;
  readonly clock: Clock;
  readonly random: Random;
}

/** At a start at login the keychain may come up after us: so often it is asked again, and so long apart. */
const looks = 30;
const lookEvery = 2_000;

/** Opens the vault through the keychain. A vault that lies there in plain text is sealed on the way (security.md S1). */
export function keychainVault(deps: VaultDeps): OpenVault {
  return async (directory) => {
    const stored = readVault(directory);
    if (stored.kind === 'sealed') return unsealed(deps, directory, stored.sealed);
    const vault = stored.kind === 'plain' ? stored.vault : newVault(deps.random);
    if ((await probeProtection(deps.keyStore)) === 'protected') await keep(deps, directory, vault);
    else if (stored.kind === 'none') replaceVault(directory, vault);
    return vault;
  };
}

/** Encrypts and reads back before the file is touched. */
async function keep({ keyStore }: VaultDeps, directory: string, vault: Vault): Promise<void> {
  const bytes = await seal(keyStore, vaultWords(vault));
  const sealed = JSON.parse(Buffer.from(bytes).toString('utf8')) as Readonly<
    Record<string, unknown>
  >;
  replaceBySealed(directory, vault, sealed);
}

async function unsealed(
  deps: VaultDeps,
  directory: string,
  sealed: Readonly<Record<string, unknown>>,
): Promise<Vault> {
  const bytes = Buffer.from(JSON.stringify(sealed));
  let opened = await unseal(deps.keyStore, bytes);
  for (let look = 0; look < looks && opened.kind === 'locked'; look += 1) {
    await deps.clock.sleep(lookEvery);
    opened = await unseal(deps.keyStore, bytes);
  }
  if (opened.kind !== 'open')
    throw new VaultError(vaultFile(directory), opened.kind === 'locked' ? 'locked' : 'unreadable');
  const vault = vaultFromWords(opened.entries);
  if (vault === null) throw new VaultError(vaultFile(directory));
  if (opened.stale) await keep(deps, directory, vault);
  return vault;
}
