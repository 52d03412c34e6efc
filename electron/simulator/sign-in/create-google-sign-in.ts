/** Google's sign-in over a world, as a desktop client sees it. */
import type { CloudRequest, CloudResponse } from '../cloud.ts';
import type { WorldAccount } from '../world/types.ts';
import { authorizePage, type Manners } from './authorize.ts';
import { SignInBook, type Issued } from './book.ts';
import type { SimulatedSignIn } from './create-entra.ts';
import { idToken, identityOf } from './identity.ts';
import { json, type SignInOptions } from './types.ts';

const ISSUER = 'https://accounts.google.com';
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

const manners: Manners = {
  cloud: 'google',
  // A desktop client's loopback address may have any port and path.
  allowsRedirect: ({ protocol, hostname }) => protocol === 'http:' && loopback.has(hostname),
  declined: { error: 'access_denied' },
  needsAdmin: null,
  issuer: ISSUER,
};

/** Plays both origins, accounts.google.com and oauth2.googleapis.com. */
export function createGoogleSignIn(options: SignInOptions): SimulatedSignIn {
  const book = new SignInBook({ ...options, rotate: false });
  return {
    kind: 'google',
    book,
    handle: (request) => Promise.resolve(answer(options, book, request)),
  };
}

function answer(options: SignInOptions, book: SignInBook, request: CloudRequest): CloudResponse {
  const { pathname, searchParams } = new URL(request.url);
  const form = new URLSearchParams(request.body ?? '');
  if (pathname === '/o/oauth2/v2/auth') return authorizePage(options, book, manners, request);
  if (request.method !== 'POST') return refused(404, 'invalid_request');
  if (pathname === '/token') return token(options, book, form);
  if (pathname === '/revoke') {
    const given = form.get('token') ?? searchParams.get('token') ?? '';
    return book.revoke(given) ? json(200, {}) : refused(400, 'invalid_token');
  }
  return refused(404, 'invalid_request');
}

function token(options: SignInOptions, book: SignInBook, form: URLSearchParams): CloudResponse {
  const field = (name: string): string => form.get(name) ?? '';
  const first = field('grant_type') === 'authorization_code';
  const issued = first
    ? book.redeem(field('code'), field('code_verifier'), field('redirect_uri'), field('client_id'))
    : book.refresh(field('refresh_token'), field('client_id'), null);
  const person = issued === null ? undefined : options.world.account(issued.consent.email);
  if (issued === null || person === undefined) return refused(400, 'invalid_grant');
  return json(200, grant(options, person, issued, first));
}

function grant(
  options: SignInOptions,
  person: WorldAccount,
  issued: Issued,
  first: boolean,
): object {
  const now = Math.floor(options.world.now() / 1000);
  return {
    access_token: issued.access,
    expires_in: options.accessLifetimeS,
    token_type: 'Bearer',
    scope: issued.consent.scopes.join(' '),
    ...(first ? { refresh_token: issued.refresh } : {}),
    id_token: idToken({
      iss: ISSUER,
      aud: issued.consent.clientId,
      azp: issued.consent.clientId,
      sub: identityOf(person).sub,
      email: person.email,
      email_verified: true,
      iat: now,
      exp: now + 3_600,
      ...(issued.nonce === null ? {} : { nonce: issued.nonce }),
    }),
  };
}

function refused(status: number, error: string): CloudResponse {
  return json(status, { error, error_description: 'The simulated Google does not accept this.' });
}
