/**
 * The operating system's keychain through Electron, by its asynchronous calls only: the others end with Electron 46
 * (security.md 0.1). Use after `app.whenReady()`. `setUsePlainTextEncryption` is never called (S2).
 */
import type { SafeStorage } from 'electron';
import type { KeyStore } from '../ports/key-store.ts';

export type AsyncSafeStorage = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

/** Electron's words for a locked keychain (electron_api_safe_storage.cc, `flags.temporarily_unavailable`). */
const LOCKED = 'temporarily unavailable';

/** `platform` is `process.platform`. */
export function electronKeyStore(safeStorage: AsyncSafeStorage, platform: string): KeyStore {
  return {
    platform,
    available: () => safeStorage.isAsyncEncryptionAvailable(),
    backend: () => {
      if (platform === 'darwin') return 'keychain';
      if (platform === 'win32') return 'dpapi';
      // Elsewhere than on Linux, Electron has no such function.
      return platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'unknown';
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (cipher) => {
      try {
        const plain = await safeStorage.decryptStringAsync(Buffer.from(cipher));
        return { kind: 'plain', text: plain.result, shouldReEncrypt: plain.shouldReEncrypt };
      } catch (error) {
        const locked = error instanceof Error && error.message.includes(LOCKED);
        return { kind: locked ? 'unavailable' : 'unreadable' };
      }
    },
  };
}
