/**
 * Carries the vault's key to a person's second device as a text under a passphrase: scrypt makes a key of it, AES-256-GCM
 * encrypts. The format has a version; a wrong passphrase and a damaged text are told apart by a checksum.
 */
import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { VaultId } from '../../../shared/model/ids.ts';
import type { Random } from '../../ports/random.ts';

export interface TransferredVault {
  readonly id: VaultId;
  readonly key: Uint8Array;
}

export const SHORTEST_PASSPHRASE = 12;

export type Exported =
  { readonly kind: 'exported'; readonly text: string } | { readonly kind: 'weakPassphrase' };

export type Imported =
  | { readonly kind: 'imported'; readonly vault: TransferredVault }
  | { readonly kind: 'wrongPassphrase' }
  /** Not such a text, or not all of it. */
  | { readonly kind: 'damaged' }
  /** Made by a later version of this program. */
  | { readonly kind: 'newer' };

const header = z.object({ kind: z.literal('umbra-vault-key'), version: z.int().min(1) });
const document = z.strictObject({
  kind: z.literal('umbra-vault-key'),
  version: z.literal(1),
  salt: z.base64url().length(22),
  iv: z.base64url().length(16),
  data: z.base64url(),
  tag: z.base64url().length(22),
  sum: z.string(),
});
type Document = z.infer<typeof document>;
const content = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});

export async function exportVaultKey(
  vault: TransferredVault,
  passphrase: string,
  random: Random,
): Promise<Exported> {
  if (passphrase.normalize('NFKC').length < SHORTEST_PASSPHRASE) return { kind: 'weakPassphrase' };
  const salt = Buffer.from(random.bytes(16));
  const iv = Buffer.from(random.bytes(12));
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), iv);
  cipher.setAAD(associated(salt));
  const plain = JSON.stringify({ id: vault.id, key: Buffer.from(vault.key).toString('hex') });
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64url');
  const body = {
    kind: 'umbra-vault-key',
    version: 1,
    salt: salt.toString('base64url'),
    iv: iv.toString('base64url'),
    data,
    tag: cipher.getAuthTag().toString('base64url'),
  } as const;
  return { kind: 'exported', text: `${JSON.stringify({ ...body, sum: sumOf(body) }, null, 2)}\n` };
}

export async function importVaultKey(text: string, passphrase: string): Promise<Imported> {
  const raw = json(text);
  const known = header.safeParse(raw);
  if (known.success && known.data.version > 1) return { kind: 'newer' };
  const parsed = document.safeParse(raw);
  if (!parsed.success || sumOf(parsed.data) !== parsed.data.sum) return { kind: 'damaged' };
  const plain = await decrypted(parsed.data, passphrase);
  if (plain === null) return { kind: 'wrongPassphrase' };
  const read = content.safeParse(json(plain));
  if (!read.success) return { kind: 'damaged' };
  const key = Uint8Array.from(Buffer.from(read.data.key, 'hex'));
  return { kind: 'imported', vault: { id: read.data.id as VaultId, key } };
}

async function decrypted(parsed: Document, passphrase: string): Promise<string | null> {
  const bytes = (field: string): Buffer => Buffer.from(field, 'base64url');
  const salt = bytes(parsed.salt);
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt), bytes(parsed.iv));
  decipher.setAAD(associated(salt));
  decipher.setAuthTag(bytes(parsed.tag));
  try {
    return Buffer.concat([decipher.update(bytes(parsed.data)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** OWASP's password storage cheat sheet: N = 2^17, r = 8, p = 1 (128 MiB). */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function associated(salt: Buffer): Buffer {
  return Buffer.concat([Buffer.from('umbra-vault-key 1 '), salt]);
}

/** Of the public parts only: says whether the text came over whole, and nothing about the passphrase. */
function sumOf({ salt, iv, data, tag }: Omit<Document, 'sum'>): string {
  return createHash('sha256')
    .update(`${salt}.${iv}.${data}.${tag}`)
    .digest('base64url')
    .slice(0, 22);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
