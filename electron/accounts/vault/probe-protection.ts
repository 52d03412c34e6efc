import type { KeyStore } from '../../ports/key-store.ts';

/** Whether a ciphertext of this keychain can be read by nobody but this user. */
export type Protection = 'protected' | 'unprotected';

const PROBE = 'umbra';
const TAG_LENGTH = 3;

/**
 * Linux says that it can encrypt even where it has no keychain: it then uses a key that everybody knows, and tells only
 * by the tag `v10` (security.md 0.2, from Chromium's posix_key_provider.cc). Elsewhere `v10` is usual.
 */
export async function probeProtection(keyStore: KeyStore): Promise<Protection> {
  try {
    if (!(await keyStore.available())) return 'unprotected';
    const cipher = await keyStore.encrypt(PROBE);
    const back = await keyStore.decrypt(cipher);
    if (back.kind !== 'plain' || back.text !== PROBE) return 'unprotected';
    if (keyStore.platform !== 'linux') return 'protected';
    const known = keyStore.backend() !== 'unknown';
    return known && tagOf(cipher) !== 'v10' ? 'protected' : 'unprotected';
  } catch {
    return 'unprotected';
  }
}

/** The first letters of a ciphertext, which name the kind of key. Empty where they are no letters. */
export function tagOf(cipher: Uint8Array): string {
  const tag = Buffer.from(cipher.subarray(0, TAG_LENGTH)).toString('latin1');
  return /^v\d\d$/.test(tag) ? tag : '';
}
