import { beforeEach, describe, expect, it } from 'vitest';
import {
  createTokenSource,
  type Grant,
  type RefreshWish,
} from '../../../../electron/accounts/token-source.ts';
import type { Failure } from '../../../../electron/ports/outcome.ts';
import type { TokenSource } from '../../../../electron/ports/token-source.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { VirtualClock } from '../../../kit/virtual-clock.ts';

const never = new AbortController().signal;
const hour = 3_600_000;
let clock: VirtualClock;
let asked: RefreshWish[];
let answers: ((outcome: Grant | Failure) => void)[];
let source: TokenSource;

beforeEach(() => {
  clock = new VirtualClock(instant(0));
  asked = [];
  answers = [];
  source = createTokenSource(clock, (wish) => {
    asked.push(wish);
    const { promise, resolve } = Promise.withResolvers<Grant | Failure>();
    answers.push(resolve);
    return promise;
  });
});

function grant(token: string): Grant {
  return { kind: 'grant', token, expiresAt: instant(clock.now() + hour) };
}

async function answer(outcome: Grant | Failure): Promise<void> {
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  answers.shift()?.(outcome);
}

async function begin(token = 'one'): Promise<void> {
  const first = source.token(never);
  await answer(grant(token));
  expect(await first).toEqual({ kind: 'token', token });
}

describe('a token source', () => {
  it('hands out the same token until shortly before its end', async () => {
    await begin();
    clock.advance(hour - 30_001);
    expect(await source.token(never)).toEqual({ kind: 'token', token: 'one' });
    expect(asked).toHaveLength(1);
    clock.advance(1);
    const next = source.token(never);
    await answer(grant('two'));
    expect(await next).toEqual({ kind: 'token', token: 'two' });
    expect(asked[1]).toEqual({ force: true, claims: null });
  });

  it('S7: has one refresh under way for fifty callers', async () => {
    const all = Array.from({ length: 50 }, () => source.token(never));
    await answer(grant('one'));
    expect(new Set((await Promise.all(all)).map((one) => JSON.stringify(one))).size).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('never hands out a refused token again, not even one that is fetched once more', async () => {
    await begin();
    const next = source.token(never, { rejected: 'one', claims: null });
    await answer(grant('one'));
    expect(await next).toEqual({ kind: 'needsSignIn', code: 'token-refused' });
  });

  it('gives a caller who comes late with an old refusal the newer token', async () => {
    await begin();
    const next = source.token(never, { rejected: 'one', claims: null });
    await answer(grant('two'));
    await next;
    const late = { rejected: 'one', claims: null };
    expect(await source.token(never, late)).toEqual({ kind: 'token', token: 'two' });
    expect(asked).toHaveLength(2);
  });

  it('passes a challenge on, after what is under way', async () => {
    await begin();
    clock.advance(hour);
    const plain = source.token(never);
    await expect.poll(() => asked.length).toBe(2);
    const challenged = source.token(never, { rejected: 'two', claims: '{"x":1}' });
    await answer(grant('two'));
    expect(await plain).toEqual({ kind: 'needsSignIn', code: 'token-refused' });
    await answer(grant('three'));
    expect(await challenged).toEqual({ kind: 'token', token: 'three' });
    expect(asked.at(-1)).toEqual({ force: true, claims: '{"x":1}' });
  });

  it('remembers the end of a sign-in', async () => {
    const first = source.token(never);
    await answer({ kind: 'needsSignIn', code: 'invalid_grant' });
    expect(await first).toEqual({ kind: 'needsSignIn', code: 'invalid_grant' });
    expect(await source.token(never)).toEqual({ kind: 'needsSignIn', code: 'invalid_grant' });
    expect(asked).toHaveLength(1);
  });

  it('forgets a failure that passes', async () => {
    const first = source.token(never);
    await answer({ kind: 'unreachable', maybeApplied: false, code: 'ENOTFOUND' });
    expect((await first).kind).toBe('unreachable');
    await begin();
  });

  it('lets one caller go without ending the refresh for the others', async () => {
    const impatient = new AbortController();
    const first = source.token(impatient.signal);
    const second = source.token(never);
    await expect.poll(() => asked.length).toBe(1);
    impatient.abort();
    expect(await first).toEqual({ kind: 'aborted' });
    await answer(grant('one'));
    expect(await second).toEqual({ kind: 'token', token: 'one' });
    expect(asked).toHaveLength(1);
    expect(await source.token(AbortSignal.abort())).toEqual({ kind: 'aborted' });
  });
});
