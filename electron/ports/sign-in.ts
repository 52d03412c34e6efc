import type { UserError } from '../../shared/errors/errors.ts';
import type { Account, ProviderKind } from '../../shared/model/account.ts';
import type { TokenSource } from './token-source.ts';

/** How a sign-in in the browser ended. Nothing in here is a secret: tokens stay behind the port. */
export type SignInResult =
  /** The account as the settings file is to keep it. Its tokens are already in the vault. */
  | { readonly kind: 'signedIn'; readonly account: Account }
  /** Nobody was signed in; why, in the words of the error table, with steps as its details where there are some. */
  | { readonly kind: 'refused'; readonly problem: UserError };

/** Signs people in, and keeps their tokens. */
export interface SignIn {
  /** Connects somebody under the user's name for the account. */
  signIn(provider: ProviderKind, label: string, signal: AbortSignal): Promise<SignInResult>;
  /** Fresh tokens for the very person of an account; anybody else is refused. */
  signInAgain(account: Account, signal: AbortSignal): Promise<SignInResult>;
  /** Tokens for an account that signed in; null for an account of another kind. */
  tokens(account: Account): TokenSource | null;
  /** Forgets an account's tokens, and revokes them where the provider can. */
  forget(account: Account, signal: AbortSignal): Promise<void>;
}
