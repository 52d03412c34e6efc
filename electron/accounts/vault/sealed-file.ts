/** The shape of the secrets file: a ciphertext, and beside it which keychain of which platform made it (security.md S1). */
import { z } from 'zod';
import type { KeyStore } from '../../ports/key-store.ts';
import { tagOf } from './probe-protection.ts';

const document = z.strictObject({
  version: z.literal(1),
  platform: z.string(),
  backend: z.string(),
  tag: z.string(),
  cipher: z.base64(),
});
const entries = z.record(z.string(), z.string());

export type Entries = Readonly<Record<string, string>>;

export type Opened =
  | {
      readonly kind: 'open';
      readonly entries: Entries;
      readonly stale: boolean;
      readonly tag: string;
    }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' };

/** Encrypts, and reads it back before anything on disk is touched. Rejects where the keychain does not do its work. */
export async function seal(keyStore: KeyStore, secrets: Entries): Promise<Uint8Array> {
  const text = JSON.stringify(secrets);
  const cipher = await keyStore.encrypt(text);
  const back = await keyStore.decrypt(cipher);
  if (back.kind !== 'plain' || back.text !== text)
    throw Object.assign(new Error('keychain'), { code: 'keychain' });
  return Buffer.from(
    JSON.stringify({
      version: 1,
      platform: keyStore.platform,
      backend: keyStore.backend(),
      tag: tagOf(cipher),
      cipher: Buffer.from(cipher).toString('base64'),
    }),
  );
}

/** `stale` says that it should be encrypted anew: another keychain, a rotated key. */
export async function unseal(keyStore: KeyStore, bytes: Uint8Array): Promise<Opened> {
  const parsed = document.safeParse(json(Buffer.from(bytes).toString('utf8')));
  if (!parsed.success || parsed.data.platform !== keyStore.platform) return { kind: 'unreadable' };
  const plain = await keyStore.decrypt(Buffer.from(parsed.data.cipher, 'base64'));
  if (plain.kind !== 'plain') return { kind: plain.kind === 'unavailable' ? 'locked' : plain.kind };
  const read = entries.safeParse(json(plain.text));
  if (!read.success) return { kind: 'unreadable' };
  const moved = parsed.data.backend !== keyStore.backend();
  const { tag } = parsed.data;
  return { kind: 'open', entries: read.data, stale: plain.shouldReEncrypt || moved, tag };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
