import type { TokenKeeping } from '../../ports/sign-in.ts';

/** What holds the refresh tokens, seen from those who use it. */
export type SecretRead =
  /** Null: there is none of this name. */
  | { readonly kind: 'secret'; readonly text: string | null }
  /** The keychain is locked: ask again later, sign nobody out. */
  | { readonly kind: 'locked' }
  /** What was kept can't be read any more: the person has to sign in again. */
  | { readonly kind: 'unreadable' };

export type Kept =
  | { readonly kind: 'kept' }
  /** It is not safe from a crash, and must not be used yet. `code` is a system's or the keychain's own. */
  | { readonly kind: 'notKept'; readonly code: string };

export type Keeping = TokenKeeping;

export interface Secrets {
  readonly keeping: Keeping;
  read(name: string): Promise<SecretRead>;
  /** Null removes. Resolves when it would survive a loss of power. Never rejects. */
  write(name: string, text: string | null): Promise<Kept>;
  /** Names that begin so; empty where nothing can be read now. */
  names(prefix: string): Promise<readonly string[]>;
  /** The person, or a policy, chose anew about unprotected keeping: what is on disk follows at once. */
  reconsider(): Promise<Kept>;
}
