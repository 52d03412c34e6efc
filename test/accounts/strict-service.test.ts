import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccounts, type Accounts } from '../../electron/accounts/accounts.ts';
import { googleEndpoints } from '../../electron/accounts/google/endpoints.ts';
import { microsoftClouds } from '../../electron/accounts/microsoft/clouds.ts';
import type { OauthAccount } from '../../electron/accounts/oauth-account.ts';
import { nodeDisk, type Disk } from '../../electron/accounts/vault/disk.ts';
import { openSecrets } from '../../electron/accounts/vault/open-secrets.ts';
import { systemClock, systemRandom } from '../../electron/profile/system-ports.ts';
import { cookieFetch } from '../kit/cookie-fetch.ts';
import { FakeKeyStore } from '../kit/fake-key-store.ts';
import { ScriptedBrowser } from '../kit/scripted-browser.ts';
import { clients, never } from '../kit/sign-in-rig.ts';
import { startStrictService, type StrictService } from '../kit/strict-service.ts';
import { testCertificate } from '../kit/test-certificate.ts';

/** MSAL speaks https only; Google's client is tried over http. */
describe.each(['microsoft', 'google'] as const)('%s’s client at a strict service', (provider) => {
  const certificate = provider === 'microsoft' ? testCertificate() : null;
  const usual = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
  let service: StrictService;
  let directory: string;
  let keyStore: FakeKeyStore;
  let person: string;
  let sent: { url: string; body: string; status: number }[];
  let browser: ScriptedBrowser;

  beforeEach(async () => {
    if (certificate !== null)
      setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
    // It says loudly that it is not made for production.
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    directory = mkdtempSync(join(tmpdir(), 'umbra-strict-'));
    keyStore = new FakeKeyStore();
    person = 'ada';
    sent = [];
    browser = new ScriptedBrowser(cookieFetch(fetch));
    const { clientId } = clients.google ?? { clientId: '' };
    service = await startStrictService(
      provider === 'google' ? clientId : (clients.microsoft.global?.clientId ?? ''),
      () => person,
      certificate,
    );
  });
  afterEach(async () => {
    await service.close();
    vi.restoreAllMocks();
    rmSync(directory, { recursive: true, force: true });
  });

  async function start(disk: Disk = nodeDisk): Promise<Accounts> {
    const choices = { keepUnprotected: false, requireKeychain: false };
    const { url } = service;
    return createAccounts({
      fetch: async (to, init) => {
        const response = await fetch(to, init);
        const body = typeof init?.body === 'string' ? init.body : '';
        sent.push({ url: to, body, status: response.status });
        return response;
      },
      clock: systemClock,
      random: systemRandom,
      openBrowser: (to) => browser.open(withConsent(to)),
      secrets: await openSecrets({ directory, keyStore, disk, ...choices }),
      clients: () => ({ ...clients, google: { clientId: clients.google?.clientId ?? '' } }),
      google: {
        ...googleEndpoints,
        authorize: `${url}/auth`,
        token: `${url}/token`,
        revoke: `${url}/token/revocation`,
        issuers: [url],
      },
      microsoft: {
        ...microsoftClouds,
        global: {
          ...microsoftClouds.global,
          signIn: url,
          pages: [url],
          issuers: () => [url],
          protocol: 'oidc',
        },
      },
    });
  }

  async function connect(accounts: Accounts): Promise<OauthAccount> {
    const outcome = await accounts.signIn(usual, never);
    await browser.settled();
    if (outcome.kind !== 'signedIn') throw new Error(`Not signed in: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  const refused = { rejected: 'an old one', claims: null };

  it('signs in with PKCE through the browser', async () => {
    const account = await connect(await start());
    expect(account).toMatchObject({ email: 'ada@strict.example', credential: { subject: 'ada' } });
  });

  it('goes on through rotated refresh tokens, and through starts between them', async () => {
    const account = await connect(await start());
    for (let round = 0; round < 3; round++) {
      const tokens = (await start()).tokens(account);
      expect(await tokens.token(never, refused)).toMatchObject({ kind: 'token' });
      const first = await tokens.token(never);
      const rejected = first.kind === 'token' ? first.token : '';
      expect(await tokens.token(never, { rejected, claims: null })).toMatchObject({
        kind: 'token',
      });
    }
    const used = sent
      .map(({ body }) => new URLSearchParams(body).get('refresh_token'))
      .filter((token) => token !== null);
    expect(used).toHaveLength(6);
    expect(new Set(used).size).toBe(6);
  });

  it('S7: does not lose the account when a new token can’t be written at first', async () => {
    const account = await connect(await start());
    let full = true;
    const disk: Disk = {
      ...nodeDisk,
      replace: (file, bytes) =>
        full
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : nodeDisk.replace(file, bytes),
    };
    const tokens = (await start(disk)).tokens(account);
    expect(await tokens.token(never, refused)).toMatchObject({
      kind: 'unreachable',
      code: 'token-not-kept',
    });
    full = false;
    expect(await tokens.token(never, refused)).toMatchObject({ kind: 'token' });
    const next = (await start()).tokens(account);
    expect(await next.token(never, refused)).toMatchObject({ kind: 'token' });
  });

  it('asks to sign in again when an old refresh token has ended the family', async () => {
    const accounts = await start();
    const account = await connect(accounts);
    await accounts.tokens(account).token(never, refused);
    const first = sent.find(({ body }) => body.includes('grant_type=refresh_token'));
    const stolen = await fetch(`${service.url}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: first?.body ?? '',
    });
    expect(stolen.status).toBe(400);
    const later = (await start()).tokens(account);
    expect(await later.token(never, refused)).toMatchObject({ kind: 'needsSignIn' });
    await connect(accounts);
    expect(await accounts.tokens(account).token(never)).toMatchObject({ kind: 'token' });
  });

  it('asks to sign in again when the consent was ended, and loses nothing by it', async () => {
    const accounts = await start();
    const account = await connect(accounts);
    await service.revokeAll();
    const tokens = (await start()).tokens(account);
    expect(await tokens.token(never, refused)).toEqual({
      kind: 'needsSignIn',
      code: 'invalid_grant',
    });
    expect(await accounts.signInAgain(account, 'readWrite', never)).toMatchObject({
      kind: 'signedIn',
      credential: account.credential,
    });
    expect(await accounts.tokens(account).token(never)).toMatchObject({ kind: 'token' });
  });

  it('S4: takes nobody else for the same person', async () => {
    const accounts = await start();
    const account = await connect(accounts);
    person = 'mallory';
    browser = new ScriptedBrowser(cookieFetch(fetch));
    const again = (await start()).signInAgain(account, 'readWrite', never);
    expect(await again).toEqual({ kind: 'otherAccount' });
  });

  it('S3: is refused when the code comes a second time', async () => {
    await connect(await start());
    const exchange = sent.find(({ body }) => body.includes('authorization_code'));
    const again = await fetch(exchange?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: exchange?.body ?? '',
    });
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

/** This service gives `offline_access` only to who asks for consent (OpenID Connect Core 11); Entra does not mind. */
function withConsent(to: string): string {
  const url = new URL(to);
  url.searchParams.set('prompt', 'consent');
  return url.href;
}
