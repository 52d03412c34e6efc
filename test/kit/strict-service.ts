import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';
import type { TestCertificate } from './test-certificate.ts';

export interface StrictService {
  readonly url: string;
  readonly provider: Provider;
  /** Ends every consent of the person, as an administrator does. */
  revokeAll(): Promise<void>;
  close(): Promise<void>;
}

const scopes = [
  'openid',
  'email',
  'profile',
  'offline_access',
  'Calendars.ReadWrite',
  'User.Read',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
  'https://www.googleapis.com/auth/calendar.events',
];

/**
 * The certified `oidc-provider` as a sign-in service that nobody here wrote: PKCE required, access tokens for 60 s,
 * refresh tokens rotated, and the whole family ended when an old one comes back. Over https where a certificate is given.
 */
export async function startStrictService(
  clientId: string,
  person: () => string,
  certificate: TestCertificate | null,
): Promise<StrictService> {
  const server = certificate === null ? createHttpServer() : createHttpsServer(certificate);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `${certificate === null ? 'http' : 'https'}://127.0.0.1:${port}`;
  const grants = new Set<string>();
  const provider = new Provider(url, configuration(clientId, grants));
  // A loopback address may have any port and path, as Google allows it (RFC 8252 §7.3 speaks of ports only).
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    /^http:\/\/(127\.0\.0\.1|localhost):\d+(\/|$)/.test(uri);
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) {
      await next();
      return;
    }
    const answers = { login: { accountId: person() }, select_account: {}, consent: {} };
    await provider.interactionFinished(context.req, context.res, answers);
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    url,
    provider,
    revokeAll: async () => {
      for (const grant of grants) await (await provider.Grant.find(grant))?.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(clientId: string, grants: Set<string>): Configuration {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return {
    clients: [
      {
        client_id: clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/back'],
      },
    ],
    scopes,
    claims: { openid: ['sub'], email: ['email'], profile: ['preferred_username'] },
    // As Google and Entra do: who is asking is in the ID token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      RefreshToken: 3_600,
      Grant: 3_600,
      Session: 3_600,
      Interaction: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    rotateRefreshToken: true,
    issueRefreshToken: () => Promise.resolve(true),
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { policy, url: (_, { uid }) => Promise.resolve(`/interaction/${uid}`) },
    cookies: { keys: ['only for this test'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: `${sub}@strict.example`,
        preferred_username: `${sub}@strict.example`,
      }),
    }),
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scopes.join(' '));
      grants.add(await grant.save());
      return grant;
    },
  };
}
