import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's `safeStorage`, async calls only (the others are gone in 46). Its key lies beside the profile, so that restarts find
 * it; the mark `v11` says, as on Linux, that a keychain protects it.
 */
export function safeStorageApi(userData: () => string) {
  const key = (): Buffer => {
    const file = join(userData(), 'host-key');
    mkdirSync(userData(), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
    return readFileSync(file);
  };
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: (text: string): Promise<Buffer> => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([Buffer.from('v11'), nonce, cipher.getAuthTag(), body]));
    },
    decryptStringAsync: (sealed: Buffer) => {
      const cipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(3, 15));
      cipher.setAuthTag(sealed.subarray(15, 31));
      const body = Buffer.concat([cipher.update(sealed.subarray(31)), cipher.final()]);
      return Promise.resolve({ result: body.toString('utf8'), shouldReEncrypt: false });
    },
  };
}
