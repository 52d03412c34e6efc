import { afterEach, describe, expect, it } from 'vitest';
import type { SignInGiven } from '../../../../electron/profile/sign-in-choices.ts';
import { signInChoices } from '../../../../electron/profile/sign-in-choices.ts';
import { clientConfig, noClients } from '../../../../shared/model/client-config.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { AppRig, connected } from '../../../kit/app-rig.ts';
import { FakeSignIn } from '../../../kit/fake-sign-in.ts';

const own = '11111111-2222-4333-8444-555555555555';
const managed = '99999999-2222-4333-8444-555555555555';
let rig: AppRig;
const signIn = new FakeSignIn();

afterEach(() => rig.close());

async function start(given: Partial<SignInGiven> = {}): Promise<void> {
  rig = new AppRig([{ label: 'A', cloud: 'microsoft' }], signIn);
  const nothing = { packaged: noClients, managed: noClients, requireKeychain: false };
  Object.assign(rig.options, { given: () => ({ ...nothing, ...given }) });
  await rig.start();
}

/** An account that signed in through the browser. */
function oauth(): Account {
  const [a] = rig.clouds.accounts;
  if (a === undefined) throw new Error('no account');
  const credential = { kind: 'oauth', subject: 'oid.tid', cloud: 'global', access: 'readOnly' };
  return { ...connected(a), credential } as Account;
}

describe('the client ids', () => {
  it('of the user hold from now on, are shown, and can be taken back', async () => {
    await start();
    expect((await rig.call('signInSetup', {})).registrations).toEqual([]);
    const cloud = 'usGov';
    const client = { clientId: own, tenant: 'acme.example' };
    await rig.call('saveClient', { provider: 'microsoft', cloud, client });
    await rig.call('saveClient', {
      provider: 'google',
      client: { clientId: 'g', clientSecret: 'SECRET-of-a-desktop' },
    });
    const { registrations } = await rig.call('signInSetup', {});
    expect(
      registrations.map(({ clientId, from, hasSecret }) => [clientId, from, hasSecret]),
    ).toEqual([
      [own, 'settings', false],
      ['g', 'settings', true],
    ]);
    const none = { packaged: noClients, managed: noClients, requireKeychain: false };
    expect(signInChoices(rig.directory, none).clients.microsoft.usGov).toEqual(client);
    await rig.call('saveClient', { provider: 'microsoft', cloud, client: null });
    expect(signInChoices(rig.directory, none).clients.microsoft).toEqual({});
    expect(signInChoices(rig.directory, none).clients.google?.clientId).toBe('g');
  });

  it('E14: show the window no secret', async () => {
    await start();
    const client = { clientId: 'g', clientSecret: 'SECRET-of-a-desktop' };
    await rig.call('saveClient', { provider: 'google', client });
    expect(JSON.stringify(await rig.call('signInSetup', {}))).not.toContain('SECRET');
  });

  it('of a policy win over the user’s, and the user’s over the package’s', async () => {
    const of = (clientId: string) => clientConfig.parse({ microsoft: { global: { clientId } } });
    await start({ packaged: of(own) });
    expect((await rig.call('signInSetup', {})).registrations).toMatchObject([
      { clientId: own, from: 'package' },
    ]);
    await rig.close();
    await start({ packaged: of(own), managed: of(managed) });
    const client = { clientId: own, tenant: 'common' };
    await rig.call('saveClient', { provider: 'microsoft', cloud: 'global', client });
    expect((await rig.call('signInSetup', {})).registrations).toMatchObject([
      { clientId: managed, from: 'policy' },
    ]);
    const given = { packaged: of(own), managed: of(managed), requireKeychain: false };
    expect(signInChoices(rig.directory, given).clients.microsoft.global?.clientId).toBe(managed);
  });
});

describe('sign-ins that this computer does not protect', () => {
  it('S2: are said to be kept in memory, and kept on disk only by the user’s own word', async () => {
    await start();
    signIn.kept = 'session';
    expect(await rig.call('signInSetup', {})).toMatchObject({
      keeping: 'session',
      mayKeepUnprotected: true,
    });
    const before = signIn.reconsidered;
    await rig.call('keepUnprotected', { keep: true });
    expect(rig.app.profile.settings.read().keepUnprotected).toBe(true);
    expect(signIn.reconsidered).toBe(before + 1);
    signIn.kept = 'protected';
  });

  it('S2: are not the user’s to keep where a policy requires the keychain', async () => {
    await start({ requireKeychain: true });
    expect((await rig.call('signInSetup', {})).mayKeepUnprotected).toBe(false);
    await expect(rig.call('keepUnprotected', { keep: true })).rejects.toThrow(
      'vault.keychainRequired',
    );
    expect(rig.app.profile.settings.read().keepUnprotected).toBe(false);
  });
});

describe('an account that signed in', () => {
  it('gets a ready letter for its administrator, and one that did not is told that there is none', async () => {
    await start();
    const id = rig.account('A');
    await expect(rig.call('adminRequest', { id })).rejects.toThrow('sign-in.no-admin');
    rig.app.profile.settings.saveAccounts([oauth()]);
    expect(await rig.call('adminRequest', { id })).toMatchObject({
      text: 'Please allow A.',
      link: expect.stringContaining('adminconsent') as string,
    });
  });

  it('S5: is asked again for what it gave, and for writing only where that is all that is missing', async () => {
    await start();
    rig.app.profile.settings.saveAccounts([oauth()]);
    const id = rig.account('A');
    signIn.againFor.length = 0;
    const signedIn = { kind: 'signedIn', account: oauth() } as const;
    signIn.next.push(signedIn, signedIn);
    await rig.call('signInAgain', { id });
    const readOnly = rig.app.profile.store
      .calendars()
      .map((calendar) => ({ ...calendar, canWrite: false }));
    const report = { accounts: [], unheard: [] } as never;
    rig.app.loop.standings.follow(report, rig.app.profile.settings.read().accounts, readOnly);
    await rig.call('signInAgain', { id });
    expect(signIn.againFor).toEqual(['readOnly', 'readWrite']);
  });

  it('S9: has what a sign-out without a network left behind revoked with the next cycle', async () => {
    await start();
    const before = signIn.settled;
    await rig.sync();
    expect(signIn.settled).toBe(before + 1);
  });
});
