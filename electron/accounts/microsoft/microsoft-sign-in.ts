/** A Microsoft sign-in from the browser to the vault: authorization code with PKCE through MSAL (security.md S3, S6). */
import { ResponseMode, type AuthenticationResult } from '@azure/msal-node';
import type { MicrosoftCloud, OauthCredential } from '../../../shared/model/account.ts';
import { newAttempt, type Attempt } from '../attempt.ts';
import { authorize } from '../authorize.ts';
import type { MicrosoftClient } from '../../../shared/model/client-config.ts';
import { readIdToken } from '../id-token.ts';
import type { Obtained, SignInDeps, SignInWish } from '../sign-in-deps.ts';
import type { SignInFailure } from '../sign-in-outcome.ts';
import { microsoftAdminRequest } from './admin-consent.ts';
import type { MicrosoftEndpoints } from './clouds.ts';
import { createMsalApp } from './msal-app.ts';
import { MsalCache } from './msal-cache.ts';
import { accessOf, permissionsFor } from './permissions.ts';
import { readEntraError, readMsalError, type MicrosoftRefusal } from './read-msal-error.ts';

export interface MicrosoftSignIn {
  readonly deps: SignInDeps;
  readonly client: MicrosoftClient;
  readonly cloud: MicrosoftCloud;
  readonly endpoints: MicrosoftEndpoints;
}

export async function signInAtMicrosoft(
  context: MicrosoftSignIn,
  wish: SignInWish,
  signal: AbortSignal,
): Promise<Obtained | SignInFailure> {
  const permissions = permissionsFor(context.endpoints, wish.access);
  const outcome = await obtain(context, wish, permissions, signal).catch(readMsalError);
  if (outcome.kind !== 'needsAdmin') return outcome;
  const domain = wish.loginHint?.split('@')[1] ?? null;
  const { endpoints, client } = context;
  const request = microsoftAdminRequest(endpoints, client.clientId, domain, permissions);
  return { ...outcome, request };
}

async function obtain(
  context: MicrosoftSignIn,
  wish: SignInWish,
  scopes: string[],
  signal: AbortSignal,
): Promise<Obtained | MicrosoftRefusal> {
  const { deps, client, endpoints } = context;
  const attempt = newAttempt(deps.random);
  const cache = new MsalCache('', () => Promise.resolve({ kind: 'kept' }));
  const app = createMsalApp({ ...deps, ...client, endpoints, cache, signal });
  const asked = {
    scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    codeChallenge: attempt.challenge,
    codeChallengeMethod: 'S256',
    // MSAL's own listener forces form_post; ours takes GET only.
    responseMode: ResponseMode.QUERY,
    ...(wish.loginHint === null
      ? { prompt: 'select_account' }
      : { loginHint: wish.loginHint, prompt: 'login' }),
  };
  // Entra ignores the port and compares the rest with the registration, `http://localhost`: no path of our own.
  const back = { host: 'localhost', path: '', state: attempt.state } as const;
  const way = { ...back, issuer: null, pages: endpoints.pages };
  const url = (redirectUri: string): Promise<string> =>
    app.getAuthCodeUrl({ ...asked, redirectUri });
  const authorized = await authorize(deps, { ...way, url }, signal);
  if (authorized.kind === 'refusal')
    return readEntraError(authorized.error, authorized.description);
  if (authorized.kind !== 'code') return authorized;
  const { code, redirectUri } = authorized;
  const result = await app.acquireTokenByCode({
    scopes,
    code,
    redirectUri,
    codeVerifier: attempt.verifier,
    nonce: attempt.nonce,
  });
  return read(context, attempt, result, cache.text);
}

function read(
  { deps, client, cloud, endpoints }: MicrosoftSignIn,
  { nonce }: Attempt,
  { idToken, account, scopes }: AuthenticationResult,
  secret: string,
): Obtained | MicrosoftRefusal {
  const { issuers } = endpoints;
  const now = deps.clock.now();
  const token = readIdToken(idToken, { issuers, audience: client.clientId, nonce, now });
  if (token.kind === 'untrusted') return token;
  const access = accessOf(scopes);
  if (access === null) return { kind: 'notGranted', missing: ['Calendars.ReadWrite'] };
  if (account === null) return { kind: 'malformed', code: 'no-account' };
  const credential: OauthCredential = {
    kind: 'oauth',
    subject: account.homeAccountId,
    cloud,
    access,
  };
  const email = token.claims.preferred_username ?? token.claims.email ?? account.username;
  const baseUrl = endpoints.graph;
  return {
    kind: 'obtained',
    signedIn: { kind: 'signedIn', provider: 'microsoft', credential, email, baseUrl },
    secret,
  };
}
