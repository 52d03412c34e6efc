/** Entra's sign-in over a world: the endpoints that MSAL uses, with Entra's error codes. */
import type { CloudRequest, CloudResponse, SimulatedCloud } from '../cloud.ts';
import type { WorldAccount } from '../world/types.ts';
import { authorizePage, type Manners } from './authorize.ts';
import { SignInBook, type Issued } from './book.ts';
import { idToken, identityOf } from './identity.ts';
import { json, type SignInOptions } from './types.ts';

const ORIGIN = 'https://login.microsoftonline.com';

const manners: Manners = {
  cloud: 'microsoft',
  // The port is ignored; everything else is compared with the registration, which is `http://localhost`.
  allowsRedirect: ({ protocol, hostname, pathname }) =>
    protocol === 'http:' && hostname === 'localhost' && pathname === '/',
  declined: {
    error: 'access_denied',
    error_subcode: 'cancel',
    error_description: 'AADSTS65004: User declined to consent to access the app.',
  },
  needsAdmin: {
    error: 'access_denied',
    error_description: 'AADSTS90095: Admin consent is required for the permissions requested.',
  },
  issuer: null,
};

export interface SimulatedSignIn extends SimulatedCloud {
  readonly book: SignInBook;
}

export function createEntra(options: SignInOptions): SimulatedSignIn {
  const book = new SignInBook({ ...options, rotate: true });
  return {
    kind: 'microsoft',
    book,
    handle: (request) => Promise.resolve(answer(options, book, request)),
  };
}

function answer(options: SignInOptions, book: SignInBook, request: CloudRequest): CloudResponse {
  const { pathname } = new URL(request.url);
  const tenant = pathname.split('/')[1] ?? '';
  if (pathname.endsWith('/oauth2/v2.0/authorize'))
    return authorizePage(options, book, manners, request);
  if (pathname.endsWith('/oauth2/v2.0/token') && request.method === 'POST')
    return token(options, book, new URLSearchParams(request.body ?? ''));
  if (pathname.endsWith('/v2.0/.well-known/openid-configuration')) return discovery(tenant);
  return refused(404, 'invalid_request', 900144);
}

function token(options: SignInOptions, book: SignInBook, form: URLSearchParams): CloudResponse {
  const field = (name: string): string => form.get(name) ?? '';
  const claims = form.get('claims');
  const issued =
    field('grant_type') === 'authorization_code'
      ? book.redeem(
          field('code'),
          field('code_verifier'),
          field('redirect_uri'),
          field('client_id'),
        )
      : book.refresh(field('refresh_token'), field('client_id'), claims);
  if (issued === null)
    return field('grant_type') === 'refresh_token'
      ? refused(400, 'invalid_grant', 50173, 'bad_token')
      : refused(400, 'invalid_grant', 70008);
  const person = options.world.account(issued.consent.email);
  if (person === undefined) return refused(400, 'invalid_grant', 50034);
  return json(200, grant(options, person, issued));
}

function grant(options: SignInOptions, person: WorldAccount, issued: Issued): object {
  const { oid, tid, sub } = identityOf(person);
  const now = Math.floor(options.world.now() / 1000);
  return {
    token_type: 'Bearer',
    scope: issued.consent.scopes.filter((scope) => scope !== 'offline_access').join(' '),
    expires_in: options.accessLifetimeS,
    ext_expires_in: options.accessLifetimeS,
    access_token: issued.access,
    refresh_token: issued.refresh,
    client_info: Buffer.from(JSON.stringify({ uid: oid, utid: tid })).toString('base64url'),
    id_token: idToken({
      ver: '2.0',
      iss: `${ORIGIN}/${tid}/v2.0`,
      aud: issued.consent.clientId,
      iat: now,
      nbf: now,
      exp: now + 3_600,
      sub,
      oid,
      tid,
      name: person.name,
      preferred_username: person.email,
      ...(issued.nonce === null ? {} : { nonce: issued.nonce }),
    }),
  };
}

function discovery(tenant: string): CloudResponse {
  return json(200, {
    issuer: `${ORIGIN}/{tenantid}/v2.0`,
    authorization_endpoint: `${ORIGIN}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${ORIGIN}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${ORIGIN}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  });
}

function refused(status: number, error: string, code: number, suberror?: string): CloudResponse {
  return json(status, {
    error,
    error_description: `AADSTS${code}: The simulated Entra does not accept this.`,
    error_codes: [code],
    timestamp: '2026-01-01 00:00:00Z',
    trace_id: '00000000-0000-4000-8000-000000000000',
    correlation_id: '00000000-0000-4000-8000-000000000000',
    ...(suberror === undefined ? {} : { suberror }),
  });
}
