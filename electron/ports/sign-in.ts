import type { UserError } from '../../shared/errors/errors.ts';
import type {
  Account,
  MicrosoftCloud,
  OauthCredential,
  ProviderKind,
} from '../../shared/model/account.ts';
import type { TokenSource } from './token-source.ts';

/** How a sign-in in the browser ended. Nothing in here is a secret: tokens stay behind the port. */
export type SignInResult =
  /** The account as the settings file is to keep it. Its tokens are already in the vault. */
  | { readonly kind: 'signedIn'; readonly account: Account }
  /** Nobody was signed in; why, in the words of the error table, with steps as its details where there are some. */
  | { readonly kind: 'refused'; readonly problem: UserError };

/** An account whose person signed in through the browser. */
export type SignedInAccount = Pick<Account, 'provider' | 'email'> & {
  readonly credential: OauthCredential;
};

/** Whom to connect, and what for. */
export interface NewAccount {
  readonly provider: ProviderKind;
  /** The user's name for the account. */
  readonly label: string;
  /** Ignored at Google. */
  readonly cloud: MicrosoftCloud;
  /** `readOnly`: an account that is only ever a source is asked for no more (security.md S5). */
  readonly access: OauthCredential['access'];
}

/**
 * What becomes of tokens on this machine. `session`: in memory until the program ends, since nothing here would protect
 * them; `unprotected`: on disk all the same, because the user chose so (security.md S2).
 */
export type TokenKeeping = 'protected' | 'unprotected' | 'session';

/** How a consent ended at the provider. `byHand`: Microsoft lets no program end one (security.md S6). */
export interface EndedConsent {
  readonly atProvider: 'revoked' | 'later' | 'byHand' | 'nothing';
  /** Where the person can see it, and end it. */
  readonly consentPage: string;
}

/** Signs people in, and keeps their tokens. */
export interface SignIn {
  /** Connects somebody under the user's name for the account. */
  signIn(wanted: NewAccount, signal: AbortSignal): Promise<SignInResult>;
  /** Fresh tokens for the very person of an account; anybody else is refused. */
  signInAgain(
    account: Account,
    access: OauthCredential['access'],
    signal: AbortSignal,
  ): Promise<SignInResult>;
  /** Tokens for an account that signed in. */
  tokens(account: SignedInAccount): TokenSource;
  /** Forgets an account's tokens, and revokes them where the provider can; null where nobody had signed in. */
  forget(account: Account, signal: AbortSignal): Promise<EndedConsent | null>;
  /** Forgets the tokens of everybody who is not among these accounts, and revokes them later where the provider can. */
  sweep(known: readonly Account[]): Promise<void>;
  /** Tries what earlier sign-outs could not revoke. Cheap where nothing waits. */
  settle(signal: AbortSignal): Promise<void>;
  /** A ready letter to the account's administrator; null where the account has none, or no client id is known. */
  adminRequest(account: Account): { readonly text: string; readonly link: string } | null;
  keeping(): TokenKeeping;
  /** The user's choice, or a policy's, about unprotected tokens is another one now: follows it at once. */
  reconsider(): Promise<void>;
}
