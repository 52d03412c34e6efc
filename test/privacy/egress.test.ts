import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../electron/accounts/accounts.ts';
import { openSecrets } from '../../electron/accounts/vault/open-secrets.ts';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { connect } from '../../electron/profile/account-book.ts';
import { browserSignIn } from '../../electron/profile/browser-sign-in.ts';
import { networkAllowlist } from '../../electron/profile/network-allowlist.ts';
import { openProfile } from '../../electron/profile/profile.ts';
import { putInForce } from '../../electron/profile/rule-book.ts';
import { systemRandom } from '../../electron/profile/system-ports.ts';
import { rule } from '../../shared/model/rule.ts';
import { cloudsBehindSignIn } from '../kit/clouds-behind-sign-in.ts';
import { clients, never, SignInRig } from '../kit/sign-in-rig.ts';

const people = [
  { provider: 'microsoft', email: 'ada@vogt.example', label: 'Work' },
  { provider: 'google', email: 'ada@postfach.example', label: 'Home' },
] as const;

/** The clouds of the world: an address at its real host is answered by the simulated service. */
function network(rig: SignInRig): Fetch {
  const calendars = cloudsBehindSignIn(rig);
  return (url, init) =>
    /^(graph|www)\./.test(new URL(url).hostname) ? calendars(url, init) : rig.fetch(url, init);
}

function populate(rig: SignInRig): void {
  for (const { provider, email } of people) {
    rig.person(provider, email, provider === 'microsoft' ? 'vogt.example' : null);
    rig.world.addCalendar({
      ...{ id: email, accountEmail: email, name: 'Calendar', zone: 'UTC', isDefault: true },
      ...{ access: 'owner', color: '#123456' },
    });
  }
}

describe('[A7] a whole life: sign-in, sync, purge, sign-out', () => {
  it('speaks to the hosts of the firewall list, all of them and no other', async () => {
    const rig = new SignInRig();
    const directory = mkdtempSync(join(tmpdir(), 'umbra-egress-'));
    populate(rig);
    const asked = new Set<string>();
    const browsed = new Set<string>();
    const world = network(rig);
    const surroundings = {
      environment: {},
      clock: rig.clock,
      random: systemRandom,
      fetch: ((url, init) => {
        asked.add(new URL(url).hostname);
        return world(url, init);
      }) satisfies Fetch,
      systemZone: () => 'Europe/Berlin',
      policy: { read: () => Promise.resolve([]) },
    };
    const secrets = await openSecrets({
      ...{ directory, keyStore: rig.keyStore, disk: rig.disk },
      ...{ keepUnprotected: false, requireKeychain: false },
    });
    const signIn = browserSignIn(
      createAccounts({
        ...surroundings,
        secrets,
        clients: () => clients,
        openBrowser: (url) => {
          browsed.add(new URL(url).hostname);
          return rig.browser.open(url);
        },
      }),
      secrets,
    );
    const profile = await openProfile({
      ...{ directory, surroundings, progress: () => undefined, samples: null },
      oauthTokens: (account) => signIn.tokens(account),
    });
    for (const { provider, email, label } of people) {
      rig.browser.person = email;
      const result = await signIn.signIn(
        { provider, label, cloud: 'global', access: 'readWrite' },
        never,
      );
      await rig.browser.settled();
      if (result.kind !== 'signedIn') throw new Error(`Not signed in: ${result.problem.code}`);
      await rig.clock.run(connect(profile, result.account, never));
    }
    putInForce(profile, [rule.parse({ id: 'mesh', sources: ['*'], targets: ['*'] })]);
    expect((await rig.clock.run(profile.engine.once(never))).ok).toBe(true);
    expect((await rig.clock.run(profile.engine.purge({ anyVault: false }, never))).ok).toBe(true);
    for (const account of profile.settings.read().accounts)
      await rig.clock.run(signIn.forget(account, never));
    await rig.clock.run(profile.close());

    const ours = networkAllowlist.filter(({ service }) => /Outlook|Google/.test(service));
    const names = (browserOnly: boolean): string[] =>
      ours.filter((one) => one.browserOnly === browserOnly).map(({ host }) => host);
    expect([...asked].sort()).toEqual(names(false).sort());
    expect([...browsed].sort()).toEqual(['accounts.google.com', 'login.microsoftonline.com']);
    rmSync(directory, { recursive: true, force: true });
    rig.close();
  });
});

describe('[A7] the firewall list', () => {
  it('knows every host that the code names as an address of its own', () => {
    const links = /(admin|myaccount|myapplications|account)\.(google|microsoft|live)\.com/;
    const named = readdirSync('electron', { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith('.ts'))
      .filter(({ parentPath }) => !parentPath.includes('simulator'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .flatMap((text) => [...text.matchAll(/'https:\/\/([a-z0-9.-]+\.[a-z]+)[/']/g)])
      .flatMap(([, host]) => (host === undefined || links.test(host) ? [] : [host]));
    expect(named.length).toBeGreaterThan(5);
    const allowed = new Set(networkAllowlist.map(({ host }) => host));
    expect([...new Set(named)].filter((host) => !allowed.has(host))).toEqual([]);
  });
});
