import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Accounts } from '../../electron/accounts/accounts.ts';
import type { SignInOutcome } from '../../electron/accounts/sign-in-outcome.ts';
import { SIGN_IN_LIMIT_MS } from '../../electron/accounts/loopback.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

const people = [
  { provider: 'microsoft', email: 'ada@nordwall.example', tenant: 'nordwall.example' },
  { provider: 'google', email: 'ada@postfach.example', tenant: null },
] as const;

/** A sign-in under way: the browser has been sent off, and the port waits. */
interface Waiting {
  readonly outcome: Promise<SignInOutcome>;
  /** Where the browser was sent. */
  readonly page: URL;
  readonly redirect: URL;
  readonly state: string;
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
}

/** One request as no browser would send it; rejects where nobody listens. */
function send(to: URL, query: string, own: Sent = {}) {
  type Reply = { status: number; page: string; headers: NodeJS.Dict<string | string[]> };
  return new Promise<Reply>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: to.port,
        method: own.method ?? 'GET',
        path: `${own.path ?? to.pathname}${query}`,
        headers: { host: own.host ?? to.host },
        agent: false,
      },
      (response) => {
        let page = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (page += part));
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, page, headers });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe.each(people)('S3: somebody else at the way back from $provider', (person) => {
  const { provider, email, tenant } = person;
  const usual = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
  let rig: SignInRig;
  let accounts: Accounts;

  beforeEach(async () => {
    rig = new SignInRig();
    rig.person(provider, email, tenant);
    accounts = await rig.start();
  });
  afterEach(() => rig.close());

  /** Begins a sign-in of which nobody in the browser has picked an account yet. */
  async function wait(signal = never): Promise<Waiting> {
    rig.browser.person = 'nobody yet';
    const before = rig.browser.visited.length;
    const outcome = accounts.signIn(usual, signal);
    await expect.poll(() => rig.browser.visited.length).toBeGreaterThan(before);
    await rig.browser.settled();
    const page = new URL(rig.browser.visited[before] ?? '');
    const redirect = new URL(page.searchParams.get('redirect_uri') ?? '');
    return { outcome, page, redirect, state: page.searchParams.get('state') ?? '' };
  }

  /** The person picks the account, in as many tabs as are open. */
  async function pick({ page }: Waiting, tabs = 1): Promise<void> {
    rig.browser.person = email;
    for (let tab = 0; tab < tabs; tab += 1) void rig.browser.open(page.href);
    await rig.browser.settled();
  }

  const service = () => (provider === 'google' ? rig.google : rig.entra);
  const right = ({ state }: Waiting): string => `?code=stolen&state=${state}`;
  const closed = (waiting: Waiting): Promise<void> =>
    expect(send(waiting.redirect, right(waiting))).rejects.toThrow(/ECONNREFUSED/);

  it.each<[string, (waiting: Waiting) => string, Sent, number]>([
    ['a wrong state', () => '?code=stolen&state=wrong', {}, 400],
    ['no state', () => '?code=stolen', {}, 400],
    ['another host (DNS rebinding)', right, { host: 'evil.example' }, 421],
    ['another port in the host', right, { host: 'localhost:1' }, 421],
    ['POST', right, { method: 'POST' }, 405],
    ['a path that it did not choose', right, { path: '/elsewhere' }, 404],
  ])('with %s is refused, and the person signs in none the less', async (_, query, own, status) => {
    const waiting = await wait();
    const refused = await send(waiting.redirect, query(waiting), own);
    expect(refused.status).toBe(status);
    expect(refused.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(service().book.served.code).toBe(0);
    await pick(waiting);
    expect(await waiting.outcome).toMatchObject({ kind: 'signedIn', email });
    expect(service().book.served.code).toBe(1);
    await closed(waiting);
  });

  it('with an answer that was there before finds nobody, and takes no account away', async () => {
    const waiting = await wait();
    await pick(waiting);
    await waiting.outcome;
    const answered = new URL(rig.browser.visited.at(-1) ?? '');
    expect(answered.searchParams.get('state')).toBe(waiting.state);
    await expect(send(answered, answered.search)).rejects.toThrow(/ECONNREFUSED/);
    const again = await wait();
    expect((await send(again.redirect, answered.search)).status).toBe(400);
    await pick(again);
    expect(await again.outcome).toMatchObject({ kind: 'signedIn' });
  });

  it('in a second tab gets no second sign-in', async () => {
    const waiting = await wait();
    await pick(waiting, 3).catch(() => undefined);
    expect(await waiting.outcome).toMatchObject({ kind: 'signedIn', email });
    expect(service().book.served.code).toBe(1);
    await closed(waiting);
  });

  it('who never ends a line holds nobody up, and is dropped in the end', async () => {
    const waiting = await wait();
    const slow = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket: Socket = connect(Number(waiting.redirect.port), '127.0.0.1');
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        socket.write('GET / HTTP/1.1\r\nHost: local');
        return { dropped: new Promise((resolve) => socket.once('close', resolve)) };
      }),
    );
    await pick(waiting);
    expect(await waiting.outcome).toMatchObject({ kind: 'signedIn', email });
    await Promise.all(slow.map(({ dropped }) => dropped));
    await closed(waiting);
  });

  it('who comes after five minutes finds no port', async () => {
    const waiting = await wait();
    rig.clock.advance(SIGN_IN_LIMIT_MS);
    expect(await waiting.outcome).toEqual({ kind: 'timedOut' });
    await closed(waiting);
  });

  it.each<[string, (waiting: Waiting) => Promise<void> | void, string]>([
    ['a yes', (waiting) => pick(waiting), 'signedIn'],
    [
      'a no',
      (waiting) => {
        rig.decide = () => ({ kind: 'declined' });
        return pick(waiting);
      },
      'declined',
    ],
    [
      'an answer that is not believed',
      (waiting) => {
        rig.tamper = (claims) => ({ ...claims, nonce: 'another' });
        return pick(waiting);
      },
      'untrusted',
    ],
    [
      'tokens that do not come',
      (waiting) => {
        rig.network = () => new Response('', { status: 500 });
        return pick(waiting);
      },
      'unreachable',
    ],
  ])('finds no port after %s', async (_, end, kind) => {
    const waiting = await wait();
    await end(waiting);
    expect((await waiting.outcome).kind).toBe(kind);
    await closed(waiting);
  });

  it('finds no port after the person has given up', async () => {
    const giveUp = new AbortController();
    const waiting = await wait(giveUp.signal);
    giveUp.abort();
    expect(await waiting.outcome).toEqual({ kind: 'aborted' });
    await closed(waiting);
  });

  it('learns nothing for one attempt from another', async () => {
    const first = await wait();
    await pick(first);
    await first.outcome;
    const second = await wait();
    await pick(second);
    await second.outcome;
    const made = [first, second].map(({ page, redirect }) => [
      page.searchParams.get('state'),
      page.searchParams.get('nonce'),
      page.searchParams.get('code_challenge'),
      // Entra compares the path with the registration, which has none.
      ...(provider === 'google' ? [redirect.pathname] : []),
    ]);
    expect(new Set(made.flat()).size).toBe(made.flat().length);
    if (provider === 'google') expect(first.redirect.pathname).toMatch(/^\/google\/[\w-]{22}$/);
  });

  it('who has the code has nothing without the 32 bytes that go with it', async () => {
    const waiting = await wait();
    await pick(waiting);
    await waiting.outcome;
    const form = rig.wire.map((body) => new URLSearchParams(body));
    const verifier = form.find((one) => one.has('code'))?.get('code_verifier') ?? '';
    expect(Buffer.from(verifier, 'base64url')).toHaveLength(32);
    expect(waiting.page.href).not.toContain(verifier);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
      waiting.page.searchParams.get('code_challenge'),
    );
  });
});
