import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { VaultId } from '../../shared/model/ids.ts';
import type { Random } from '../ports/random.ts';

const document = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});

export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly file: string;

  constructor(file: string) {
    super('vault.unreadable');
    this.file = file;
  }
}

export interface Vault {
  readonly id: VaultId;
  readonly key: Uint8Array;
}

/**
 * The vault of a headless profile, in a file that only its owner may read. Made once; a file that can't be read is
 * never replaced, since its key is what makes our blocks ours.
 */
export function openVault(directory: string, random: Random): Vault {
  const file = join(directory, 'vault.json');
  if (!existsSync(file)) create(file, random);
  try {
    const { id, key } = document.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { id: id as VaultId, key: Uint8Array.from(Buffer.from(key, 'hex')) };
  } catch {
    throw new VaultError(file);
  }
}

/** Puts another device's vault in the place of this one, whole or not at all. */
export function replaceVault(directory: string, { id, key }: Vault): void {
  write(join(directory, 'vault.json'), id, Buffer.from(key).toString('hex'));
}

function create(file: string, random: Random): void {
  const hex = (bytes: number): string => Buffer.from(random.bytes(bytes)).toString('hex');
  write(file, hex(16), hex(32));
}

function write(file: string, id: string, key: string): void {
  const half = `${file}.new`;
  const descriptor = openSync(half, 'w', 0o600);
  writeSync(descriptor, JSON.stringify({ version: 1, id, key }));
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(half, file);
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
}
