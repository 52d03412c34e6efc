import { createHash } from 'node:crypto';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLoopback } from '../../electron/accounts/loopback.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

/** Google's own client, unmodified, against the simulated sign-in: it speaks what that client expects. */
describe('google-auth-library at the simulated Google', () => {
  const email = 'ada@postfach.example';
  const verifier = 'v'.repeat(43);
  let rig: SignInRig;
  let client: OAuth2Client;

  beforeEach(() => {
    rig = new SignInRig();
    rig.person('google', email);
    const fetchImplementation: typeof fetch = (input, init) =>
      rig.fetch(input instanceof Request ? input.url : String(input), init);
    client = new OAuth2Client({
      clientId: 'umbra-test.apps.googleusercontent.com',
      clientSecret: 'no-secret',
      transporterOptions: { fetchImplementation },
    });
  });
  afterEach(() => rig.close());

  async function signIn(): Promise<void> {
    const way = { host: '127.0.0.1', path: '/any', state: 's', signal: never } as const;
    const loopback = await openLoopback({ ...way, clock: rig.clock });
    rig.browser.person = email;
    await rig.browser.open(
      client.generateAuthUrl({
        access_type: 'offline',
        scope: ['openid', 'email'],
        redirect_uri: loopback.redirectUri,
        state: 's',
        code_challenge_method: CodeChallengeMethod.S256,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      }),
    );
    const answer = await loopback.answer;
    const code = answer.kind === 'answer' ? (answer.parameters['code'] ?? '') : '';
    const redirect_uri = loopback.redirectUri;
    const { tokens } = await client.getToken({ code, codeVerifier: verifier, redirect_uri });
    client.setCredentials(tokens);
  }

  it('signs in, refreshes and revokes', async () => {
    await signIn();
    const { credentials } = await client.refreshAccessToken();
    expect(rig.google.book.bearer(credentials.access_token ?? '')).toMatchObject({ email });
    await client.revokeToken(credentials.refresh_token ?? '');
    await expect(client.refreshAccessToken()).rejects.toThrow('invalid_grant');
  });
});
