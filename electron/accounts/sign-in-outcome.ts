import type { OauthCredential, ProviderKind } from '../../shared/model/account.ts';
import type { Failure } from '../ports/outcome.ts';

/** What an administrator needs to read and click. */
export interface AdminRequest {
  /** A letter, ready to be sent. Names the program and what it asks for; no address, no token. */
  readonly text: string;
  /** Where the administrator allows it. */
  readonly link: string;
}

export interface SignedIn {
  readonly kind: 'signedIn';
  readonly provider: ProviderKind;
  /** For the settings: says who it is, holds no secret. */
  readonly credential: OauthCredential;
  readonly email: string;
  /** API root of the account's cloud. */
  readonly baseUrl: string;
}

/** Why nobody was signed in. Codes are the provider's own or ours: never its message, which may quote an address. */
export type SignInFailure =
  | Extract<
      Failure,
      { kind: 'throttled' | 'needsSignIn' | 'unreachable' | 'malformed' | 'aborted' }
    >
  /** The organisation has to allow the program first. */
  | { readonly kind: 'needsAdmin'; readonly code: string; readonly request: AdminRequest }
  /** The person said no. */
  | { readonly kind: 'declined' }
  /** Nobody answered within five minutes. Also what is seen when the provider shows its refusal in the browser only. */
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'noBrowser' }
  /** Somebody else signed in than the account belongs to. Nothing of the other one was kept. */
  | { readonly kind: 'otherAccount' }
  /** Without these permissions nothing works. */
  | { readonly kind: 'notGranted'; readonly missing: readonly string[] }
  /** An answer that was not meant for this attempt: wrong issuer, audience or nonce. */
  | { readonly kind: 'untrusted'; readonly code: string }
  /** The tokens could not be written down, so they were not used (security.md S7). */
  | { readonly kind: 'notKept'; readonly code: string }
  /** No client id: what to do to get one, step by step. */
  | {
      readonly kind: 'notConfigured';
      readonly provider: ProviderKind;
      readonly steps: readonly string[];
    };

export type SignInOutcome = SignedIn | SignInFailure;
