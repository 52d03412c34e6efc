import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networkAllowlist } from '../../electron/profile/network-allowlist.ts';
import { never } from '../kit/sign-in-rig.ts';
import { signedInLife } from '../kit/signed-in-life.ts';

describe('[A7] a whole life: sign-in, sync, purge, sign-out', () => {
  it('speaks to the hosts of the firewall list, all of them and no other', async () => {
    const life = await signedInLife();
    const { rig, profile, asked, browsed } = life;
    await life.connectBoth();
    expect((await rig.clock.run(profile.engine.once(never))).ok).toBe(true);
    expect((await rig.clock.run(profile.engine.purge({ anyVault: false }, never))).ok).toBe(true);
    for (const account of profile.settings.read().accounts)
      await rig.clock.run(life.signIn.forget(account, never));
    await life.close();

    const ours = networkAllowlist.filter(({ service }) => /Outlook|Google/.test(service));
    const names = (browserOnly: boolean): string[] =>
      ours.filter((one) => one.browserOnly === browserOnly).map(({ host }) => host);
    expect([...asked].sort()).toEqual(names(false).sort());
    expect([...browsed].sort()).toEqual(['accounts.google.com', 'login.microsoftonline.com']);
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
