import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../../electron/ports/outcome.ts';
import type { TokenSource } from '../../../../../electron/ports/token-source.ts';
import { bench, create, json, tokensOf, type Server } from './transport-bench.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';

const challenge = (encoded: string): string =>
  `Bearer realm="", authorization_uri="https://login.example/common/oauth2/authorize", ` +
  `error="insufficient_claims", claims="${encoded}"`;

/** Refuses the first token. */
const refusesOld =
  (header?: string): Server =>
  (_n, { token }) =>
    token === 'Bearer old'
      ? json(401, header === undefined ? {} : { 'www-authenticate': header })
      : json();

describe('a refused token', () => {
  it('F10 is replaced once, and the request is sent again', async () => {
    const tokens = tokensOf('old', 'new');
    const { clock, send, arrivals } = bench(refusesOld(), { tokens });
    expect((await send()).kind).toBe('ok');
    expect(arrivals.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer new']);
    expect(tokens.asked).toEqual([null, { rejected: 'old', claims: null }]);
    expect(clock.monotonic()).toBe(0);
  });

  it('F10 is replaced for a create too, which was not carried out', async () => {
    const { send, arrivals } = bench(refusesOld(), { tokens: tokensOf('old', 'new') });
    expect((await send(create)).kind).toBe('ok');
    expect(arrivals).toHaveLength(2);
  });

  it.each([
    ['base64', Buffer.from(claims).toString('base64')],
    ['base64url', Buffer.from(claims).toString('base64url')],
  ])('F10 passes a claims challenge in %s on to the sign-in', async (_name, encoded) => {
    const tokens = tokensOf('old', 'new');
    const { send } = bench(refusesOld(challenge(encoded)), { tokens });
    expect((await send()).kind).toBe('ok');
    expect(tokens.asked[1]).toEqual({ rejected: 'old', claims });
  });

  it('F10 reads claims that are not plain ASCII', async () => {
    const tokens = tokensOf('old', 'new');
    const encoded = Buffer.from('{"x":"ÿ✓?>"}').toString('base64url');
    await bench(refusesOld(challenge(encoded)), { tokens }).send();
    expect(tokens.asked[1]).toEqual({ rejected: 'old', claims: '{"x":"ÿ✓?>"}' });
  });

  it.each([
    ['base64 that is cut off', challenge('abcde')],
    ['padding only', challenge('====')],
    ['no claims', 'Bearer error="insufficient_claims"'],
    ['claims for another error', 'Bearer error="invalid_token", claims="e30="'],
    ['nonsense', '\u00ff"""'],
  ])('F10 takes a challenge with %s for a plain 401', async (_name, header) => {
    const tokens = tokensOf('old', 'new');
    const { send } = bench(refusesOld(header), { tokens });
    expect((await send()).kind).toBe('ok');
    expect(tokens.asked[1]).toEqual({ rejected: 'old', claims: null });
  });

  it('F10 leads to a sign-in when the new one is refused too', async () => {
    const tokens = tokensOf('old', 'new', 'newer');
    const { send, arrivals } = bench(() => json(401), { tokens });
    expect(await send()).toMatchObject({ kind: 'needsSignIn' });
    expect(arrivals.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('F10 leads to a sign-in when there is no other', async () => {
    const { send, arrivals } = bench(refusesOld(), { tokens: tokensOf('old') });
    expect(await send()).toEqual({ kind: 'needsSignIn', code: 'invalid_grant' });
    expect(arrivals).toHaveLength(1);
  });

  it.each<Failure>([
    { kind: 'needsSignIn', code: 'consent_withdrawn' },
    { kind: 'needsAdmin', code: 'AADSTS65001' },
    { kind: 'aborted' },
  ])('F10 sends nothing where the sign-in says $kind', async (failure) => {
    const tokens: TokenSource = { token: () => Promise.resolve(failure) };
    const { send, arrivals } = bench(() => json(), { tokens });
    expect(await send()).toEqual(failure);
    expect(arrivals).toHaveLength(0);
  });

  it('S7 tries again where the sign-in server is down for a moment', async () => {
    let asked = 0;
    const down: Failure = { kind: 'unreachable', maybeApplied: false, code: 'timeout' };
    const tokens: TokenSource = {
      token: () => Promise.resolve(asked++ < 2 ? down : { kind: 'token', token: 'good' }),
    };
    const { send, arrivals } = bench(() => json(), { tokens });
    expect((await send()).kind).toBe('ok');
    expect(arrivals).toHaveLength(1);
  });

  it('asks for a token anew for each try, since waits may outlast one', async () => {
    const tokens = tokensOf('good');
    const { send } = bench((n) => (n < 2 ? json(503) : json()), { tokens });
    await send();
    expect(tokens.asked).toEqual([null, null, null]);
  });
});
