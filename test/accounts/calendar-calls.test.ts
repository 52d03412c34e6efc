import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTransport } from '../../electron/providers/transport/transport.ts';
import { createRequestLedger } from '../../electron/providers/transport/request-ledger.ts';
import { classifyResponse as classifyGoogle } from '../../electron/providers/google/classify-response.ts';
import { classifyResponse as classifyMicrosoft } from '../../electron/providers/microsoft/classify-response.ts';
import type { Transport } from '../../electron/providers/transport/types.ts';
import { systemRandom } from '../../electron/profile/system-ports.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { calendarHosts, cloudsBehindSignIn } from '../kit/clouds-behind-sign-in.ts';
import { never, SignInRig } from '../kit/sign-in-rig.ts';

const graph = `${calendarHosts.microsoft}/v1.0`;
const api = calendarHosts.google;

/** The whole way of a calendar request: vault, sign-in service, transport, calendar service. */
describe.each([
  { cloud: 'microsoft', root: graph, path: '/me/calendars' },
  { cloud: 'google', root: api, path: '/calendar/v3/users/me/calendarList' },
] as const)('a calendar request at $cloud', ({ cloud, root, path }) => {
  const email = 'ada@postfach.example';
  let rig: SignInRig;
  let transport: Transport;

  beforeEach(async () => {
    rig = new SignInRig();
    rig.person(cloud, email);
    const { clock } = rig;
    const accounts = await rig.start();
    const account = await rig.connect(accounts, email);
    transport = createTransport({
      account: 'a' as AccountId,
      fetch: cloudsBehindSignIn(rig),
      clock,
      random: systemRandom,
      tokens: accounts.tokens(account),
      ledger: createRequestLedger(clock, () => ({ units: 100, windowMs: 1_000 })),
      classify: cloud === 'google' ? classifyGoogle : classifyMicrosoft,
      apiRoot: root,
      limits: {
        concurrency: 4,
        rate: { units: 1_000, windowMs: 1_000, burst: 1_000 },
        headersTimeoutMs: 1_000,
        bodyTimeoutMs: 1_000,
        maxBodyBytes: 1_000_000,
        maxAttempts: 2,
        maxWaitMs: 1_000,
        backoff: { baseMs: 1, capMs: 2 },
      },
    });
  });
  afterEach(() => rig.close());

  function ask(): ReturnType<Transport['send']> {
    const request = {
      kind: 'calendars',
      units: 1,
      method: 'GET',
      headers: {},
      body: null,
    } as const;
    return transport.send({ ...request, url: `${root}${path}`, replayable: true }, never);
  }

  it('goes on by itself when the token has ended', async () => {
    expect((await ask()).kind).toBe('ok');
    rig.clock.advance(3_700_000);
    expect((await ask()).kind).toBe('ok');
  });

  it('asks the person when the consent has ended', async () => {
    (cloud === 'google' ? rig.google : rig.entra).book.revokePerson(email);
    expect(await ask()).toMatchObject({ kind: 'needsSignIn' });
  });

  if (cloud === 'google') return;

  it('answers a claims challenge by itself', async () => {
    expect((await ask()).kind).toBe('ok');
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    rig.entra.book.challenge(email, claims);
    expect((await ask()).kind).toBe('ok');
    expect(rig.wire.at(-1)).toContain('CP1');
  });
});
