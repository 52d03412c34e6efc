/** What a keychain gives back for a ciphertext. */
export type Decrypted =
  | {
      readonly kind: 'plain';
      readonly text: string;
      /** The key was rotated, or a better one has come: encrypt the text again and keep that. */
      readonly shouldReEncrypt: boolean;
    }
  /** The keychain is locked or not up yet: ask again later, conclude nothing. */
  | { readonly kind: 'unavailable' }
  /** Another key, another user, another machine, or a damaged text: it will never be read again. */
  | { readonly kind: 'unreadable' };

/** The operating system's keychain: keeps a key that this program never sees (security.md S1, S2). */
export interface KeyStore {
  /** `process.platform` of the machine. */
  readonly platform: string;
  /** Whether it can encrypt now. On Linux it says yes even without any keychain: see `probeProtection`. */
  available(): Promise<boolean>;
  /** The keychain's own name, such as `gnome_libsecret`, `keychain`, `dpapi`, `unknown`. */
  backend(): string;
  /** Rejects where it can't: without the text in the error. */
  encrypt(text: string): Promise<Uint8Array>;
  /** Never rejects: what went wrong decides what to do next. */
  decrypt(cipher: Uint8Array): Promise<Decrypted>;
}
