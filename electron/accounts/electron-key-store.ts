/**
 * The operating system's keychain through Electron, by its asynchronous calls only: the others end with Electron 46
 * (security.md 0.1). Use after `app.whenReady()`. `setUsePlainTextEncryption` is never called (S2).
 */
import { safeStorage } from 'electron';
import type { KeyStore } from '../ports/key-store.ts';

/** Electron's words for a locked keychain (electron_api_safe_storage.cc, `flags.temporarily_unavailable`). */
const LOCKED = 'temporarily unavailable';

export function electronKeyStore(platform: string): KeyStore {
  return {
    platform,
    available: () => safeStorage.isAsyncEncryptionAvailable(),
    backend: () => {
      if (platform === 'darwin') return 'keychain';
      if (platform === 'win32') return 'dpapi';
      return platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'unknown';
    },
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (cipher) => {
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(cipher),
        );
        return { kind: 'plain', text: result, shouldReEncrypt };
      } catch (error) {
        const locked = error instanceof Error && error.message.includes(LOCKED);
        return { kind: locked ? 'unavailable' : 'unreadable' };
      }
    },
  };
}
