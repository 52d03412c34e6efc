import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personalTenant } from '../../electron/accounts/microsoft/clouds.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

let rig: SignInRig;

beforeEach(() => {
  rig = new SignInRig();
});
afterEach(() => {
  rig.close();
});

const people = [
  { provider: 'microsoft', email: 'ada@nordwall.example', tenant: 'nordwall.example' },
  { provider: 'google', email: 'ada@postfach.example', tenant: null },
] as const;

describe.each(people)('a sign-in at $provider', ({ provider, email, tenant }) => {
  beforeEach(() => {
    rig.person(provider, email, tenant);
    rig.person(provider, 'other@else.example', tenant === null ? null : 'else.example');
  });

  it('goes through the browser and back, and gives tokens ever after', async () => {
    const account = await rig.connect(await rig.start(), email);
    expect(account).toMatchObject({ provider, email, credential: { access: 'readWrite' } });
    expect(rig.browser.lastPage).toContain('You can close this window');
    const got = await (await rig.start()).tokens(account).token(never);
    expect(got.kind).toBe('token');
  });

  it('S3: sends PKCE S256, a state and a nonce, and asks for the least', async () => {
    await rig.connect(await rig.start(), email);
    const { searchParams: asked } = new URL(rig.browser.visited[0] ?? '');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toHaveLength(43);
    expect(asked.get('state')?.length).toBeGreaterThanOrEqual(43);
    expect(asked.get('nonce')?.length).toBeGreaterThanOrEqual(43);
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('scope')?.split(' ').toSorted()).toMatchSnapshot();
  });

  it('S4: again, keeps nothing of another person', async () => {
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const before = rig.files();
    rig.decide = ({ scopes }) => ({ kind: 'granted', scopes });
    rig.browser.person = 'other@else.example';
    const other = { ...account, email: 'other@else.example' };
    expect(await accounts.signInAgain(other, 'readWrite', never)).toEqual({ kind: 'otherAccount' });
    expect(rig.files()).toEqual(before);
    expect(await accounts.tokens(account).token(never)).toMatchObject({ kind: 'token' });
  });

  it.each([
    ['another attempt', { nonce: 'another' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another client', { aud: '99999999-2222-4333-8444-555555555555' }],
    ['long ago', { exp: 1 }],
  ])('S4: with an ID token of %s is not believed', async (_, own) => {
    rig.tamper = (claims) => ({ ...claims, ...own });
    expect((await rig.signIn(await rig.start(), email)).kind).toBe('untrusted');
    expect(rig.files()).toEqual({});
  });

  it('S9: that ends during a refresh does not come back with it', async () => {
    const account = await rig.connect(await rig.start(), email);
    const accounts = await rig.start();
    const gate = Promise.withResolvers<undefined>();
    rig.gate = gate.promise;
    const late = accounts.tokens(account).token(never, { rejected: 'old', claims: null });
    const before = rig.wire.length;
    await expect.poll(() => rig.wire.length).toBeGreaterThan(before);
    const out = accounts.signOut(account, never);
    await expect.poll(() => rig.files()['secrets.json']).toBeDefined();
    gate.resolve(undefined);
    expect((await out).tokens).toEqual({ kind: 'kept' });
    expect(await late).toEqual({ kind: 'needsSignIn', code: 'no-token' });
    expect(await (await rig.start()).tokens(account).token(never)).toMatchObject({
      kind: 'needsSignIn',
      code: 'no-token',
    });
  });

  it('again, mends an account whose consent has ended', async () => {
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const service = provider === 'google' ? rig.google : rig.entra;
    const first = await accounts.tokens(account).token(never);
    service.book.revokePerson(email);
    const rejected = first.kind === 'token' ? first.token : '';
    const tokens = accounts.tokens(account);
    const refused = await tokens.token(never, { rejected, claims: null });
    expect(refused.kind).toBe('needsSignIn');
    expect(await accounts.signInAgain(account, 'readWrite', never)).toMatchObject({
      kind: 'signedIn',
      credential: account.credential,
    });
    expect(await tokens.token(never)).toMatchObject({ kind: 'token' });
  });

  it('does not ask a dead consent again and again', async () => {
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    (provider === 'google' ? rig.google : rig.entra).book.revokePerson(email);
    const tokens = (await rig.start()).tokens(account);
    const first = await tokens.token(never, { rejected: 'x', claims: null });
    expect(first.kind).toBe('needsSignIn');
    const before = rig.wire.length;
    expect(await tokens.token(never)).toEqual(first);
    expect(rig.wire).toHaveLength(before);
  });

  it('S7: asks once, however many want a token', async () => {
    const account = await rig.connect(await rig.start(), email);
    const tokens = (await rig.start()).tokens(account);
    const { book } = provider === 'google' ? rig.google : rig.entra;
    const refused = { rejected: 'an old one', claims: null };
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.token(never, refused)));
    expect(new Set(all.map((one) => (one.kind === 'token' ? one.token : one.kind))).size).toBe(1);
    expect(book.served.refresh).toBe(1);
  });

  it.each([
    ['a server that fails', () => new Response('no', { status: 500 }), 'unreachable'],
    ['a server that asks for a pause', pause, 'throttled'],
    ["a guest network's page", () => new Response('<html>Welcome</html>'), 'malformed'],
    ['a redirect', () => new Response('', { status: 302 }), 'malformed'],
    ['no network', () => fail('ENOTFOUND'), 'unreachable'],
  ] as const)('S7: survives %s and signs nobody out', async (_, network, kind) => {
    const account = await rig.connect(await rig.start(), email);
    const tokens = (await rig.start()).tokens(account);
    const refused = { rejected: 'an old one', claims: null };
    rig.network = network;
    expect((await tokens.token(never, refused)).kind).toBe(kind);
    rig.network = () => null;
    expect((await tokens.token(never, refused)).kind).toBe('token');
  });

  it('tells of a person who says no', async () => {
    rig.decide = () => ({ kind: 'declined' });
    expect(await rig.signIn(await rig.start(), email)).toEqual({ kind: 'declined' });
    expect(rig.files()).toEqual({});
  });

  it('ends when nobody comes back for five minutes', async () => {
    const accounts = await rig.start();
    rig.browser.person = 'nobody';
    const usual = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
    const outcome = accounts.signIn(usual, never);
    await expect.poll(() => rig.browser.visited.length).toBeGreaterThan(0);
    rig.clock.advance(300_000);
    expect(await outcome).toEqual({ kind: 'timedOut' });
  });

  it('can be given up', async () => {
    const accounts = await rig.start();
    rig.browser.person = 'nobody';
    const cancel = new AbortController();
    const usual = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
    const outcome = accounts.signIn(usual, cancel.signal);
    await expect.poll(() => rig.browser.visited.length).toBeGreaterThan(0);
    cancel.abort();
    expect(await outcome).toEqual({ kind: 'aborted' });
  });

  it('two at a time do not get in each other’s way', async () => {
    const accounts = await rig.start();
    const usual = { provider, cloud: 'global', access: 'readWrite' } as const;
    rig.browser.person = email;
    const first = accounts.signIn({ ...usual, loginHint: null }, never);
    const second = accounts.signIn({ ...usual, loginHint: 'other@else.example' }, never);
    expect(await first).toMatchObject({ kind: 'signedIn', email });
    expect(await second).toMatchObject({ kind: 'signedIn', email: 'other@else.example' });
  });

  it('S7: is not used where it could not be written down', async () => {
    const accounts = await rig.start({ disk: { ...rig.disk, replace: () => full() } });
    expect(await rig.signIn(accounts, email)).toEqual({ kind: 'notKept', code: 'ENOSPC' });
  });

  it('S9: that a crash left without an account is swept up at the start, and nobody else’s', async () => {
    const account = await rig.connect(await rig.start(), email);
    const kept = await rig.start();
    await kept.sweep([account]);
    expect((await kept.tokens(account).token(never)).kind).toBe('token');
    const accounts = await rig.start();
    const revoked = rig.wire.length;
    await accounts.sweep([]);
    await accounts.settleRevocations(never);
    expect(rig.wire.length - revoked).toBe(provider === 'google' ? 1 : 0);
    const again = await rig.start();
    expect(await again.tokens(account).token(never)).toMatchObject({ code: 'no-token' });
    await again.settleRevocations(never);
    expect(rig.wire.length - revoked).toBe(provider === 'google' ? 1 : 0);
  });

  it('S9: that ends, ends at once and leaves nothing', async () => {
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const tokens = accounts.tokens(account);
    const out = await accounts.signOut(account, never);
    expect(out.tokens).toEqual({ kind: 'kept' });
    expect(out.atProvider).toBe(provider === 'google' ? 'revoked' : 'byHand');
    expect(await tokens.token(never)).toEqual({ kind: 'needsSignIn', code: 'no-token' });
    expect(await (await rig.start()).tokens(account).token(never)).toMatchObject({
      kind: 'needsSignIn',
    });
  });
});

describe('at Microsoft', () => {
  const email = 'ada@nordwall.example';

  it('S6: an organisation that wants its administrator gets a letter and a link', async () => {
    rig.person('microsoft', email, 'nordwall.example');
    rig.decide = () => ({ kind: 'needsAdmin' });
    const outcome = await rig.signIn(await rig.start(), email, { loginHint: email });
    expect(outcome).toMatchObject({
      kind: 'needsAdmin',
      code: 'AADSTS90095',
      request: {
        link: 'https://login.microsoftonline.com/nordwall.example/adminconsent?client_id=11111111-2222-4333-8444-555555555555',
      },
    });
    const text = outcome.kind === 'needsAdmin' ? outcome.request.text : '';
    expect(text).toContain('Calendars.ReadWrite');
    expect(text).not.toContain(email);
  });

  it('an account that is connected has a letter with its own tenant’s consent page', async () => {
    const email = rig.person('microsoft', 'ada@nordwall.example', 'nordwall.example');
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const request = accounts.adminRequest(account);
    const tenant = account.credential.subject.split('.')[1] ?? '';
    expect(request?.link).toBe(
      `https://login.microsoftonline.com/${tenant}/adminconsent?client_id=11111111-2222-4333-8444-555555555555`,
    );
    expect(request?.text).toContain('Calendars.ReadWrite');
    expect(request?.text).not.toContain('ada@');
    const personal = { ...account.credential, subject: `oid.${personalTenant}` };
    expect(accounts.adminRequest({ ...account, credential: personal })).toBeNull();
  });

  it('S6: a claims challenge brings a token that answers it', async () => {
    rig.person('microsoft', email, 'nordwall.example');
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const tokens = accounts.tokens(account);
    const first = await tokens.token(never);
    const rejected = first.kind === 'token' ? first.token : '';
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    const second = await tokens.token(never, { rejected, claims });
    const sent = new URLSearchParams(rig.wire.at(-1)).get('claims') ?? '{}';
    expect(JSON.parse(sent)).toMatchObject({
      access_token: {
        nbf: { essential: true, value: '1700000000' },
        xms_cc: { values: ['CP1'] },
      },
    });
    expect(second.kind === 'token' && second.token !== rejected).toBe(true);
  });

  it('many accounts live in one vault, and each refresh keeps the others', async () => {
    const emails = ['a@one.example', 'b@two.example', 'c@three.example'];
    for (const one of emails) rig.person('microsoft', one, one.split('@')[1]);
    const accounts = await rig.start();
    const connected = [];
    for (const one of emails) connected.push(await rig.connect(accounts, one));
    const again = await rig.start();
    const refused = { rejected: 'old', claims: null };
    for (let round = 0; round < 3; round++) {
      const got = await Promise.all(
        connected.map((one) => again.tokens(one).token(never, refused)),
      );
      expect(got.map(({ kind }) => kind)).toEqual(['token', 'token', 'token']);
    }
    const last = await rig.start();
    for (const one of connected)
      expect(await last.tokens(one).token(never, refused)).toMatchObject({ kind: 'token' });
  });

  it('a cloud without a client id says how to get one', async () => {
    const outcome = await rig.signIn(await rig.start(), email, {
      provider: 'microsoft',
      cloud: 'usGov',
    });
    expect(outcome).toMatchObject({ kind: 'notConfigured', provider: 'microsoft' });
    expect(outcome.kind === 'notConfigured' ? outcome.steps.length : 0).toBeGreaterThan(3);
  });
});

describe('at Google', () => {
  const email = 'ada@postfach.example';

  beforeEach(() => {
    rig.person('google', email);
  });

  it('S5: a box left unticked is noticed', async () => {
    rig.decide = ({ scopes }) => ({
      kind: 'granted',
      scopes: scopes.filter((scope) => !scope.endsWith('calendar.events')),
    });
    expect(await rig.signIn(await rig.start(), email)).toEqual({
      kind: 'notGranted',
      missing: ['https://www.googleapis.com/auth/calendar.events'],
    });
    expect(rig.files()).toEqual({});
  });

  it('S5: a source-only account asks for reading, and says so', async () => {
    const outcome = await rig.signIn(await rig.start(), email, { access: 'readOnly' });
    expect(outcome).toMatchObject({ kind: 'signedIn', credential: { access: 'readOnly' } });
  });

  it('S9: a sign-out without a network is made good later', async () => {
    const account = await rig.connect(await rig.start(), email);
    rig.network = () => fail('ENOTFOUND');
    const accounts = await rig.start();
    expect((await accounts.signOut(account, never)).atProvider).toBe('later');
    expect(await accounts.tokens(account).token(never)).toMatchObject({ kind: 'needsSignIn' });
    rig.network = () => null;
    const next = await rig.start();
    const before = rig.wire.length;
    await next.settleRevocations(never);
    await next.settleRevocations(never);
    expect(rig.wire).toHaveLength(before + 1);
  });

  it('S9: a new sign-in takes back what a sign-out could not revoke', async () => {
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    rig.network = (url) => (url.includes('revoke') ? fail('ENOTFOUND') : null);
    await accounts.signOut(account, never);
    rig.network = () => null;
    await rig.connect(accounts, email);
    const before = rig.wire.length;
    await accounts.settleRevocations(never);
    expect(rig.wire).toHaveLength(before);
  });
});

function pause(): Response {
  return new Response('{}', { status: 429, headers: { 'retry-after': '7' } });
}

function full(): Promise<never> {
  return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
}

function fail(code: string): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
}
