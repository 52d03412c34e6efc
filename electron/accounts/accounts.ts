/**
 * Signs people in and out, and hands out their tokens: the one door to this folder for the roots. Secrets stay in the
 * vault; what goes out is a credential for the settings, which says who it is.
 */
import type { MicrosoftCloud, OauthCredential, ProviderKind } from '../../shared/model/account.ts';
import type { TokenSource } from '../ports/token-source.ts';
import { AccountSessions } from './account-sessions.ts';
import type { ClientConfig } from '../../shared/model/client-config.ts';
import { googleEndpoints, type GoogleEndpoints } from './google/endpoints.ts';
import { signInAtGoogle } from './google/google-sign-in.ts';
import { microsoftClouds, type MicrosoftEndpoints } from './microsoft/clouds.ts';
import { signInAtMicrosoft } from './microsoft/microsoft-sign-in.ts';
import { notConfigured } from './not-configured.ts';
import type { OauthAccount } from './oauth-account.ts';
import { readyRequest } from './ready-request.ts';
import { Revocations } from './revocations.ts';
import type { Obtained, SignInDeps, SignInWish } from './sign-in-deps.ts';
import type { AdminRequest, SignInFailure, SignInOutcome } from './sign-in-outcome.ts';
import { signOut, type SignedOut } from './sign-out.ts';
import { sweepSecrets } from './sweep-secrets.ts';
import type { Secrets } from './vault/secrets.ts';

export interface AccountsDeps extends SignInDeps {
  readonly secrets: Secrets;
  /** Asked at each use: the user may enter a client id at any time. */
  readonly clients: () => ClientConfig;
  /** Other places than the providers' own, for the simulated clouds and tests. */
  readonly google?: GoogleEndpoints;
  readonly microsoft?: Readonly<Record<MicrosoftCloud, MicrosoftEndpoints>>;
}

export interface NewSignIn extends SignInWish {
  readonly provider: ProviderKind;
  /** Ignored at Google. */
  readonly cloud: MicrosoftCloud;
}

export interface Accounts {
  /** Connects somebody. Somebody who is connected already gets new tokens, under the same subject. */
  signIn(wish: NewSignIn, signal: AbortSignal): Promise<SignInOutcome>;
  /** New tokens for the same person; anybody else is `otherAccount`, and nothing of theirs is kept. */
  signInAgain(
    account: OauthAccount,
    access: OauthCredential['access'],
    signal: AbortSignal,
  ): Promise<SignInOutcome>;
  /** Ends it here at once, and at the provider where it can be: later, if it can't be reached now. */
  signOut(account: OauthAccount, signal: AbortSignal): Promise<SignedOut>;
  /** Ends the sign-ins of everybody else: to be called at the start, before anybody can sign in. */
  sweep(known: readonly OauthAccount[]): Promise<void>;
  /** Tries what earlier sign-outs could not revoke. Call it now and then. */
  settleRevocations(signal: AbortSignal): Promise<void>;
  /** A ready letter to the organisation's administrator; null where the account has none. */
  adminRequest(account: OauthAccount): AdminRequest | null;
  /** Stays right when the person signs in again. */
  tokens(account: OauthAccount): TokenSource;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const google = deps.google ?? googleEndpoints;
  const microsoft = deps.microsoft ?? microsoftClouds;
  const sessions = new AccountSessions({ ...deps, google, microsoft });
  const revocations = new Revocations({ ...deps, google });

  const obtain = async (
    wish: NewSignIn,
    signal: AbortSignal,
  ): Promise<Obtained | SignInFailure> => {
    if (wish.provider === 'google') {
      const client = deps.clients().google;
      if (client === undefined) return notConfigured('google');
      return signInAtGoogle({ ...deps, client, endpoints: google }, wish, signal);
    }
    const client = deps.clients().microsoft[wish.cloud];
    if (client === undefined) return notConfigured('microsoft');
    const { cloud } = wish;
    return signInAtMicrosoft({ deps, client, cloud, endpoints: microsoft[cloud] }, wish, signal);
  };

  const keep = async (obtained: Obtained): Promise<SignInOutcome> => {
    const { signedIn, secret } = obtained;
    const { provider, credential } = signedIn;
    const kept = await sessions.begin(provider, credential, secret);
    if (kept.kind === 'notKept') return kept;
    // To revoke an older token now would end the new consent with it.
    await revocations.forget(credential);
    return signedIn;
  };

  return {
    signIn: async (wish, signal) => {
      const got = await obtain(wish, signal);
      return got.kind === 'obtained' ? keep(got) : got;
    },
    signInAgain: async ({ provider, email, credential }, access, signal) => {
      const cloud = credential.cloud ?? 'global';
      const got = await obtain({ provider, cloud, access, loginHint: email }, signal);
      if (got.kind !== 'obtained') return got;
      const { subject } = got.signedIn.credential;
      return subject === credential.subject ? keep(got) : { kind: 'otherAccount' };
    },
    signOut: (account, signal) => signOut({ ...deps, sessions, revocations }, account, signal),
    adminRequest: (account) => readyRequest(account, deps.clients(), microsoft),
    sweep: (known) => sweepSecrets({ ...deps, revocations }, known),
    settleRevocations: (signal) => revocations.settle(signal),
    tokens: ({ provider, credential }) => sessions.tokens(provider, credential),
  };
}
