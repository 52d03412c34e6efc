/** A Google sign-in from the browser to the vault: desktop client, code with PKCE, loopback (security.md S3, S5). */
import { newAttempt, type Attempt } from '../attempt.ts';
import { authorize } from '../authorize.ts';
import { readIdToken } from '../id-token.ts';
import type { Obtained, SignInDeps, SignInWish } from '../sign-in-deps.ts';
import type { SignInFailure } from '../sign-in-outcome.ts';
import { googleAdminRequest } from './admin-trust.ts';
import { printGoogleSecret } from './google-secret.ts';
import { accessOf, scopesFor } from './permissions.ts';
import { readGoogleError, type GoogleRefusal } from './read-google-error.ts';
import { askForTokens, type GoogleService, type GoogleTokens } from './token-endpoint.ts';

export async function signInAtGoogle(
  service: GoogleService & SignInDeps,
  wish: SignInWish,
  signal: AbortSignal,
): Promise<Obtained | SignInFailure> {
  const outcome = await obtain(service, wish, signal);
  if (outcome.kind !== 'needsAdmin') return outcome;
  return { ...outcome, request: googleAdminRequest(service.client.clientId, wish.access) };
}

async function obtain(
  service: GoogleService & SignInDeps,
  wish: SignInWish,
  signal: AbortSignal,
): Promise<Obtained | GoogleRefusal> {
  const attempt = newAttempt(service.random);
  const authorized = await authorize(
    service,
    {
      host: '127.0.0.1',
      path: `/google/${attempt.path}`,
      state: attempt.state,
      issuer: service.endpoints.issuers[0] ?? null,
      pages: [new URL(service.endpoints.authorize).origin],
      url: (redirectUri) => Promise.resolve(browserUrl(service, wish, attempt, redirectUri)),
    },
    signal,
  );
  if (authorized.kind === 'refusal') return readGoogleError(authorized.error);
  if (authorized.kind !== 'code') return authorized;
  const answer = await askForTokens(
    service,
    {
      grant_type: 'authorization_code',
      code: authorized.code,
      redirect_uri: authorized.redirectUri,
      code_verifier: attempt.verifier,
    },
    signal,
  );
  return answer.kind === 'tokens' ? read(service, wish, attempt, answer.tokens) : answer;
}

/** `consent` brings a refresh token every time; without it Google gives one only the first time. */
function browserUrl(
  { client, endpoints }: GoogleService,
  { access, loginHint }: SignInWish,
  attempt: Attempt,
  redirectUri: string,
): string {
  const url = new URL(endpoints.authorize);
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: scopesFor(access).join(' '),
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: attempt.challenge,
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: loginHint === null ? 'select_account consent' : 'consent',
    ...(loginHint === null ? {} : { login_hint: loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function read(
  { client, clock, endpoints }: GoogleService,
  wish: SignInWish,
  { nonce }: Attempt,
  { id_token, refresh_token, scope }: GoogleTokens,
): Obtained | GoogleRefusal {
  const token = readIdToken(id_token ?? '', {
    issuers: () => endpoints.issuers,
    audience: client.clientId,
    nonce,
    now: clock.now(),
  });
  if (token.kind === 'untrusted') return token;
  // RFC 6749 §5.1: no scope in the answer means all that was asked for.
  const granted = accessOf(scope ?? scopesFor(wish.access).join(' '), wish.access);
  if (granted.kind === 'notGranted') return granted;
  if (refresh_token === undefined) return { kind: 'needsSignIn', code: 'no-refresh-token' };
  const { sub: subject, email } = token.claims;
  if (email === undefined) return { kind: 'notGranted', missing: ['email'] };
  const { access } = granted;
  const credential = { kind: 'oauth', subject, cloud: null, access } as const;
  const baseUrl = endpoints.api;
  return {
    kind: 'obtained',
    signedIn: { kind: 'signedIn', provider: 'google', credential, email, baseUrl },
    secret: printGoogleSecret(refresh_token),
  };
}
