import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { VaultId } from '../../shared/model/ids.ts';
import type { Random } from '../ports/random.ts';
import { replaceFile } from './replace-file.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const key = z.string().regex(/^[0-9a-f]{64}$/);
const document = z.discriminatedUnion('version', [
  z.strictObject({ version: z.literal(1), id, key }),
  /** Its key is under the system's keychain, which only the app can open. */
  z.strictObject({ version: z.literal(2), id, sealed: z.looseObject({}) }),
]);
const plainVault = z.strictObject({ id, key });

/**
 * `sealed`: under a keychain that this program can't open. `locked`: the keychain does not answer now. `missing`: blocks
 * were written with a key that is not there any more.
 */
export type VaultFault = 'unreadable' | 'sealed' | 'locked' | 'missing';

export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly file: string;
  readonly fault: VaultFault;

  constructor(file: string, fault: VaultFault = 'unreadable') {
    super(`vault.${fault}`);
    this.file = file;
    this.fault = fault;
  }
}

export interface Vault {
  readonly id: VaultId;
  readonly key: Uint8Array;
}

/** What lies in the vault's file. A file that can't be read is never replaced, since its key is what makes our blocks ours. */
export type StoredVault =
  | { readonly kind: 'none' }
  | { readonly kind: 'plain'; readonly vault: Vault }
  | { readonly kind: 'sealed'; readonly sealed: Readonly<Record<string, unknown>> };

export const vaultFile = (directory: string): string => join(directory, 'vault.json');

export function readVault(directory: string): StoredVault {
  const file = vaultFile(directory);
  if (!existsSync(file)) return { kind: 'none' };
  try {
    const found = document.parse(JSON.parse(readFileSync(file, 'utf8')));
    return found.version === 1
      ? { kind: 'plain', vault: vaultOf(found.id, found.key) }
      : { kind: 'sealed', sealed: found.sealed };
  } catch {
    throw new VaultError(file);
  }
}

/** The vault of a profile without a keychain, in a file that only its owner may read. Made once. */
export function openVault(directory: string, random: Random): Vault {
  const stored = readVault(directory);
  if (stored.kind === 'plain') return stored.vault;
  if (stored.kind === 'sealed') throw new VaultError(vaultFile(directory), 'sealed');
  const vault = newVault(random);
  replaceVault(directory, vault);
  return vault;
}

export function newVault(random: Random): Vault {
  return { id: hex(random.bytes(16)) as VaultId, key: Uint8Array.from(random.bytes(32)) };
}

/** Puts a vault in the place of the one that is there, whole or not at all. */
export function replaceVault(directory: string, vault: Vault): void {
  write(directory, { version: 1, ...vaultWords(vault) });
}

/** The same, with a key that only the keychain can read. */
export function replaceBySealed(
  directory: string,
  vault: Vault,
  sealed: Readonly<Record<string, unknown>>,
): void {
  write(directory, { version: 2, id: vault.id, sealed });
}

/** A vault as text, for what seals it. */
export function vaultWords(vault: Vault): { readonly id: string; readonly key: string } {
  return { id: vault.id, key: hex(vault.key) };
}

/** Reads `vaultWords` again; null where they are none. */
export function vaultFromWords(words: unknown): Vault | null {
  const parsed = plainVault.safeParse(words);
  return parsed.success ? vaultOf(parsed.data.id, parsed.data.key) : null;
}

function vaultOf(name: string, secret: string): Vault {
  return { id: name as VaultId, key: Uint8Array.from(Buffer.from(secret, 'hex')) };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function write(directory: string, content: z.input<typeof document>): void {
  replaceFile(vaultFile(directory), JSON.stringify(content));
}
