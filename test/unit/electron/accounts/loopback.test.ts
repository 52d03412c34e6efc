import { connect, type Socket } from 'node:net';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openLoopback,
  SIGN_IN_LIMIT_MS,
  type Loopback,
} from '../../../../electron/accounts/loopback.ts';
import { judgeHit } from '../../../../electron/accounts/loopback-hit.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { VirtualClock } from '../../../kit/virtual-clock.ts';

const state = 'the-right-state';
let clock: VirtualClock;
let giveUp: AbortController;
let loopback: Loopback;

beforeEach(async () => {
  clock = new VirtualClock(instant(0));
  giveUp = new AbortController();
  loopback = await open();
});
afterEach(() => loopback.close());

function open(own: Partial<Parameters<typeof openLoopback>[0]> = {}): Promise<Loopback> {
  const usual = { host: '127.0.0.1', path: '/google/a1b2', state } as const;
  return openLoopback({ clock, signal: giveUp.signal, ...usual, ...own });
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
}

/** One request with the headers that are wanted, as no browser would send it. */
function send(
  query: string,
  own: Sent = {},
): Promise<{ status: number; page: string; csp: string }> {
  const { port, pathname, host } = new URL(loopback.redirectUri);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: own.method ?? 'GET',
        path: `${own.path ?? pathname}${query}`,
        headers: { host: own.host ?? host },
        agent: false,
      },
      (response) => {
        let page = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (page += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            page,
            csp: String(response.headers['content-security-policy']),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const right = `?code=c0de&state=${state}`;

describe('the loopback listener', () => {
  it('S3: listens on 127.0.0.1 and nowhere else', async () => {
    const { port } = new URL(loopback.redirectUri);
    expect(loopback.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/google\/a1b2$/);
    await expect(fetch(`http://[::1]:${port}/google/a1b2${right}`)).rejects.toThrow();
  });

  it('takes the answer, shows a page that loads and keeps nothing, and is gone', async () => {
    const shown = await send(right);
    expect(shown).toMatchObject({ status: 200 });
    expect(shown.csp).toContain("default-src 'none'");
    expect(shown.page).not.toMatch(/c0de|state|script|http/);
    expect(await loopback.answer).toEqual({ kind: 'answer', parameters: { code: 'c0de', state } });
    await expect(send(right)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('takes a refusal as an answer', async () => {
    await send(`?error=access_denied&state=${state}`);
    expect(await loopback.answer).toMatchObject({ parameters: { error: 'access_denied' } });
  });

  it.each([
    ['a wrong state', '?code=c0de&state=wrong', {}, 400],
    ['no state', '?code=c0de', {}, 400],
    ['an empty state', '?code=c0de&state=', {}, 400],
    ['two states', `?code=c0de&state=wrong&state=${state}`, {}, 400],
    ['two codes', `${right}&code=other`, {}, 400],
    ['neither code nor error', `?state=${state}`, {}, 400],
    ['another host (DNS rebinding)', right, { host: 'evil.example' }, 421],
    ['another port in the host', right, { host: '127.0.0.1:1' }, 421],
    ['the name instead of the address', right, { host: 'localhost' }, 421],
    ['POST', right, { method: 'POST' }, 405],
    ['HEAD', right, { method: 'HEAD' }, 405],
    ['another path', right, { path: '/' }, 404],
    ["the other provider's path (mix-up)", right, { path: '/microsoft/a1b2' }, 404],
    ['the icon that browsers ask for', '', { path: '/favicon.ico' }, 404],
    ['an address as target', right, { path: 'http://evil.example/google/a1b2' }, 404],
  ])('S3: refuses %s, and goes on waiting', async (_, query, own: Sent, status) => {
    const refused = await send(query, own);
    expect(refused.status).toBe(status);
    expect(refused.page).not.toContain('c0de');
    expect((await send(right)).status).toBe(200);
    expect(await loopback.answer).toMatchObject({ kind: 'answer' });
  });

  it('S3: hears a second tab no more', async () => {
    const shown = await Promise.allSettled([
      send(right),
      send(`?code=other&state=${state}`),
      send(`?code=third&state=${state}`),
    ]);
    const taken = shown.filter((one) => one.status === 'fulfilled' && one.value.status === 200);
    expect(taken).toHaveLength(1);
  });

  it('S3: answers beside clients that never finish a line, and drops them at the end', async () => {
    const { port } = new URL(loopback.redirectUri);
    const slow = await Promise.all(
      Array.from(
        { length: 40 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(Number(port), '127.0.0.1', () => {
              socket.write('GET /google/a1b2 HTTP/1.1\r\nHost: 127');
              resolve(socket);
            });
            socket.on('error', () => undefined);
          }),
      ),
    );
    const dropped = slow.map(
      (socket) => new Promise((resolve) => socket.once('close', () => resolve(true))),
    );
    expect((await send(right)).status).toBe(200);
    await loopback.close();
    expect(await Promise.all(dropped)).toHaveLength(40);
  });

  it('S3: waits five minutes, and no longer', async () => {
    clock.advance(SIGN_IN_LIMIT_MS - 1);
    expect((await send('?')).status).toBe(400);
    clock.advance(1);
    expect(await loopback.answer).toEqual({ kind: 'timedOut' });
    await loopback.close();
    await expect(send(right)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('S3: leaves no port open when the person gives up, before or after', async () => {
    giveUp.abort();
    expect(await loopback.answer).toEqual({ kind: 'aborted' });
    await loopback.close();
    await expect(send(right)).rejects.toThrow(/ECONNREFUSED/);
    loopback = await open();
    expect(await loopback.answer).toEqual({ kind: 'aborted' });
  });

  it('S3: keeps two sign-ins apart', async () => {
    const other = await open({ path: '/google/zz', state: 'other-state' });
    const crossed = await fetch(`${other.redirectUri}${right}`);
    expect(crossed.status).toBe(400);
    expect((await fetch(`${other.redirectUri}?code=2&state=other-state`)).status).toBe(200);
    expect(await other.answer).toMatchObject({ parameters: { code: '2' } });
    expect((await send(right)).status).toBe(200);
    await other.close();
  });

  it('is called by its name where the provider wants the name', async () => {
    await loopback.close();
    loopback = await open({ host: 'localhost', path: '' });
    expect(loopback.redirectUri).toMatch(/^http:\/\/localhost:\d+$/);
    const { port } = new URL(loopback.redirectUri);
    expect((await send(right, { host: `127.0.0.1:${port}` })).status).toBe(421);
    expect((await send(right)).status).toBe(200);
  });
});

describe('the judgement of a hit', () => {
  it('takes no target that is no address', () => {
    const expected = { redirectUri: 'http://127.0.0.1:5/x', state };
    const hit = { method: 'GET', target: 'http://[', host: '127.0.0.1:5' };
    expect(judgeHit(hit, expected)).toEqual({ kind: 'refused', status: 400 });
  });
});
