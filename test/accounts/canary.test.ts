import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inspect } from 'node:util';
import { signInError } from '../../electron/accounts/sign-in-error.ts';
import type { SignInOutcome } from '../../electron/accounts/sign-in-outcome.ts';
import { errorText } from '../../shared/errors/errors.ts';
import { canaries, findCanary } from '../kit/canary.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

let rig: SignInRig;
let secrets: string[];
let said: string[];

beforeEach(() => {
  rig = new SignInRig();
  secrets = [];
  said = [];
  const next = canaries();
  let made = 0;
  // Every code and token of the services is a canary.
  rig.newSecret = () => {
    const word = next(`secret ${(made += 1)}`);
    secrets.push(word);
    return word;
  };
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void said.push(inspect(words)));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(inspect(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(inspect(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rig.close();
});

/** Everything that a failed sign-in may show to a person, or to a log. */
function shown(outcome: SignInOutcome): string {
  if (outcome.kind === 'signedIn') return inspect({ ...outcome, email: '' }, { depth: 9 });
  const error = signInError(outcome, 'Acme');
  const text = errorText(error.code, error.parameters);
  return inspect([outcome, error, error.stack, text, error.details], { depth: 9 });
}

/** Codes and tokens from the services, and what the program itself made for the attempt. */
function allSecrets(): string[] {
  const own = rig.browser.visited.flatMap((url) => {
    const asked = new URL(url).searchParams;
    return ['state', 'nonce', 'code_challenge', 'code'].map((name) => asked.get(name) ?? '');
  });
  const sent = rig.wire.flatMap((body) => {
    const form = new URLSearchParams(body);
    return ['code_verifier', 'refresh_token', 'code', 'token'].map((name) => form.get(name) ?? '');
  });
  return [...new Set([...own, ...sent])].filter((secret) => secret.length > 12);
}

function expectClean(texts: readonly string[]): void {
  const files = Object.values(rig.files());
  for (const text of [...texts, ...said, ...files]) {
    // What is encrypted is random letters.
    const share = files.includes(text) ? 10 : 6;
    for (const secret of secrets) expect(findCanary(text, secret, share)).toBe('');
    for (const secret of allSecrets()) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, -4));
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  }
}

describe.each([
  ['microsoft', 'nordwall.example'],
  ['google', null],
] as const)('S8: with %s', (cloud, tenant) => {
  const local = canaries()(`address ${cloud}`);
  const email = `${local}@postfach.example`;

  it('tokens, codes, verifiers and addresses show nowhere from sign-in to sign-out', async () => {
    rig.person(cloud, email, tenant);
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    const texts = [shown(account), rig.browser.lastPage];
    const tokens = (await rig.start()).tokens(account);
    const got = await tokens.token(never, { rejected: 'old', claims: null });
    expect(got.kind).toBe('token');
    (cloud === 'google' ? rig.google : rig.entra).book.revokePerson(email);
    const rejected = got.kind === 'token' ? got.token : '';
    texts.push(inspect(await tokens.token(never, { rejected, claims: null })));
    expect(allSecrets().length).toBeGreaterThan(4);
    expect(secrets.length).toBeGreaterThan(3);
    secrets.push(local);
    expectClean(texts);
    await accounts.signOut(account, never);
    expectClean(texts);
    expect(inspect([accounts, tokens], { depth: 9, showHidden: true })).not.toContain(local);
  });

  it.each([
    ['an error that repeats everything', echo(400)],
    ['an error whose very code repeats everything', echo(401)],
    ['an answer that is no token but repeats everything', echo(200)],
    ['a page that repeats everything', page],
    ['a network that fails with everything in its message', fail],
  ])('%s is told without any of it', async (_, network) => {
    rig.person(cloud, email, tenant);
    const first = await rig.connect(await rig.start(), email);
    rig.network = (url, init) => (init?.method === 'POST' ? network(url, init, email) : null);
    const accounts = await rig.start();
    const outcome = await rig.signIn(accounts, email, { loginHint: email });
    expect(outcome.kind).not.toBe('signedIn');
    const refused = { rejected: 'old', claims: null };
    const token = await accounts
      .tokens(first)
      .token(never, refused)
      .catch((error: unknown) => error);
    expect(token).toHaveProperty('kind');
    secrets.push(local);
    expectClean([shown(outcome), inspect(token, { depth: 9 }), rig.browser.lastPage]);
  });

  it('what an organisation or a person refuses is told without an address', async () => {
    rig.person(cloud, email, tenant);
    const texts: string[] = [];
    for (const kind of ['declined', 'needsAdmin'] as const) {
      rig.decide = () => ({ kind });
      const accounts = await rig.start();
      if (cloud === 'google' && kind === 'needsAdmin') continue;
      texts.push(shown(await rig.signIn(accounts, email, { loginHint: email })));
    }
    secrets.push(local);
    expectClean(texts);
  });
});

type Network = (url: string, init: RequestInit | undefined, email: string) => Response;

function everything(url: string, init: RequestInit | undefined, email: string): string {
  const body = typeof init?.body === 'string' ? init.body : '';
  return `${url} ${decodeURIComponent(body)} ${inspect(init?.headers)} ${email}`;
}

function echo(status: number): Network {
  return (url, init, email) => {
    const known = status === 400 ? 'AADSTS50173: ' : '';
    const error_description = `${known}${everything(url, init, email)}`;
    const error = status === 400 ? 'invalid_grant' : everything(url, init, email);
    const body = { error, error_description, suberror: error, claims: error, scope: error };
    return Response.json(body, { status });
  };
}

function page(...told: Parameters<Network>): Response {
  return new Response(`<html>${everything(...told)}</html>`);
}

function fail(...told: Parameters<Network>): never {
  const cause = Object.assign(new Error(everything(...told)), { code: everything(...told) });
  throw new TypeError(everything(...told), { cause });
}
