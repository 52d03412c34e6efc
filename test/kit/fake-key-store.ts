import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Decrypted, KeyStore } from '../../electron/ports/key-store.ts';

/** A keychain that can be locked, lost, rotated and replaced, and that really encrypts. */
export class FakeKeyStore implements KeyStore {
  platform: string = 'linux';
  name = 'gnome_libsecret';
  /** What Chromium puts in front: `v10` says "a key that everybody knows" on Linux. */
  tag = 'v11';
  key = 'first';
  up = true;
  locked = false;
  shouldReEncrypt = false;
  encryptions = 0;

  available(): Promise<boolean> {
    return Promise.resolve(this.up);
  }

  backend(): string {
    return this.name;
  }

  encrypt(text: string): Promise<Uint8Array> {
    if (!this.up || this.locked) return Promise.reject(new Error('The keychain is not there'));
    this.encryptions += 1;
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.tag), iv);
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Promise.resolve(Buffer.concat([Buffer.from(this.tag), iv, cipher.getAuthTag(), data]));
  }

  decrypt(cipher: Uint8Array): Promise<Decrypted> {
    if (this.locked) return Promise.resolve({ kind: 'unavailable' });
    const bytes = Buffer.from(cipher);
    try {
      const tag = bytes.subarray(0, 3).toString();
      const decipher = createDecipheriv('aes-256-gcm', this.#key(tag), bytes.subarray(3, 15));
      decipher.setAuthTag(bytes.subarray(15, 31));
      const text = Buffer.concat([decipher.update(bytes.subarray(31)), decipher.final()]);
      const { shouldReEncrypt } = this;
      return Promise.resolve({ kind: 'plain', text: text.toString('utf8'), shouldReEncrypt });
    } catch {
      return Promise.resolve({ kind: 'unreadable' });
    }
  }

  #key(tag: string): Buffer {
    return createHash('sha256')
      .update(tag === 'v10' ? 'peanuts' : this.key)
      .digest();
  }
}
