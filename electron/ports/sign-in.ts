import type { Account, ProviderKind } from '../../shared/model/account.ts';
import type { TokenSource } from './token-source.ts';

/** How a sign-in in the browser ended. Nothing in here is a secret: tokens stay behind the port. */
export type SignInOutcome =
  /** The account as the settings file is to keep it. Its tokens are already in the vault. */
  | { readonly kind: 'signedIn'; readonly account: Account }
  /** There is no client id for this provider; `steps` say how to register one. */
  | { readonly kind: 'noClientId'; readonly steps: readonly string[] }
  | { readonly kind: 'cancelled' }
  /** Another person signed in than the one whose account this is. */
  | { readonly kind: 'otherPerson' }
  | { readonly kind: 'needsAdmin'; readonly code: string }
  | { readonly kind: 'failed'; readonly code: string };

export interface SignInRequest {
  readonly provider: ProviderKind;
  /** The user's name for the account. */
  readonly label: string;
  /** The address of an account that signs in again; null for a new one. */
  readonly loginHint: string | null;
}

/** Signs people in, and keeps their tokens. `electron/accounts` implements it. */
export interface SignIn {
  signIn(request: SignInRequest, signal: AbortSignal): Promise<SignInOutcome>;
  /** Tokens for an account that signed in; null for an account of another kind. */
  tokens(account: Account): TokenSource | null;
  /** Forgets an account's tokens, and revokes them where the provider can. */
  forget(account: Account): Promise<void>;
}
