import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../electron/accounts/accounts.ts';
import { openSecrets } from '../../electron/accounts/vault/open-secrets.ts';
import { systemClock, systemRandom } from '../../electron/profile/system-ports.ts';
import { hostSignIn, type HostedSignIn } from '../../electron/simulator/sign-in/host-sign-in.ts';
import { grantAll } from '../../electron/simulator/sign-in/types.ts';
import { ScriptedBrowser } from '../kit/scripted-browser.ts';
import { clients, never, SignInRig } from '../kit/sign-in-rig.ts';

let rig: SignInRig;
let hosted: HostedSignIn;

beforeEach(async () => {
  rig = new SignInRig();
  const options = {
    world: rig.world,
    newSecret: rig.newSecret,
    accessLifetimeS: 3_600,
    decide: grantAll,
  };
  const onError = (error: unknown): void => {
    throw error instanceof Error ? error : new Error('A simulated sign-in failed');
  };
  hosted = await hostSignIn(options, { now: () => rig.clock.now(), onError });
});
afterEach(async () => {
  await hosted.close();
  rig.close();
});

describe('the sample world’s sign-in', () => {
  it.each(['microsoft', 'google'] as const)('at %s works in a real browser', async (provider) => {
    rig.person(provider, 'someone@sample.example');
    const email = rig.person(provider, 'helena@sample.example');
    const browser = new ScriptedBrowser(fetch);
    browser.person = email;
    const { directory, keyStore, disk } = rig;
    const choices = { keepUnprotected: false, requireKeychain: false };
    const accounts = createAccounts({
      fetch: hosted.fetch,
      clock: systemClock,
      random: systemRandom,
      openBrowser: (url) => browser.open(hosted.pageOf(url)),
      secrets: await openSecrets({ directory, keyStore, disk, ...choices }),
      clients: () => clients,
    });
    const wish = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
    const outcome = await accounts.signIn(wish, never);
    expect(outcome).toMatchObject({ kind: 'signedIn', email });
    if (outcome.kind === 'signedIn')
      expect(await accounts.tokens(outcome).token(never)).toMatchObject({ kind: 'token' });
    expect(browser.visited.every((url) => url.startsWith('http://'))).toBe(true);
    expect(hosted.pageOf('https://elsewhere.example/x')).toBe('https://elsewhere.example/x');
  });
});
