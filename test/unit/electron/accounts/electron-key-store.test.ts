import { describe, expect, it } from 'vitest';
import {
  electronKeyStore,
  type AsyncSafeStorage,
} from '../../../../electron/accounts/electron-key-store.ts';

function safeStorage(decrypt: AsyncSafeStorage['decryptStringAsync']): AsyncSafeStorage {
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(`v11${text}`)),
    decryptStringAsync: decrypt,
    getSelectedStorageBackend: () => 'kwallet6',
  };
}

const plain = safeStorage((cipher) =>
  Promise.resolve({ result: cipher.subarray(3).toString(), shouldReEncrypt: true }),
);
const failing = (message: string): AsyncSafeStorage =>
  safeStorage(() => Promise.reject(new Error(message)));

describe('the keychain through Electron', () => {
  it('gives back what it took, and passes on the wish to encrypt anew', async () => {
    const keyStore = electronKeyStore(plain, 'linux');
    expect(await keyStore.available()).toBe(true);
    expect(await keyStore.decrypt(await keyStore.encrypt('alpha'))).toEqual({
      kind: 'plain',
      text: 'alpha',
      shouldReEncrypt: true,
    });
  });

  it('tells a locked keychain from a lost key, in Electron’s own words', async () => {
    const locked = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.';
    const lost =
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';
    const cipher = Buffer.from('v11');
    expect(await electronKeyStore(failing(locked), 'linux').decrypt(cipher)).toEqual({
      kind: 'unavailable',
    });
    expect(await electronKeyStore(failing(lost), 'darwin').decrypt(cipher)).toEqual({
      kind: 'unreadable',
    });
  });

  it.each([
    ['linux', 'kwallet6'],
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
    ['freebsd', 'unknown'],
  ])('on %s is called %s', (platform, name) => {
    expect(electronKeyStore(plain, platform).backend()).toBe(name);
  });
});
