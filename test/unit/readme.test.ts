import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseRuleSet } from '../../shared/rules/rule-set.ts';
import { scopesFor } from '../../electron/accounts/google/permissions.ts';
import { permissionsFor } from '../../electron/accounts/microsoft/permissions.ts';
import { microsoftClouds } from '../../electron/accounts/microsoft/clouds.ts';
import { places } from '../../shared/policy/places.ts';
import { policyDocument, policyNames } from '../../shared/policy/policies.ts';
import { networkAllowlist } from '../../electron/profile/network-allowlist.ts';
import { exitCodes } from '../../electron/cli/exit-codes.ts';

const readme = read('README.md');

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('what README says', () => {
  it('of rule files is a rule file that the program takes', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
    expect(parseRuleSet(JSON.parse(example))).toMatchObject({
      ok: true,
      rules: [{ id: 'mesh' }, { id: 'board-to-work' }],
    });
  });

  it('of scripts is what there is', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const named = [...readme.matchAll(/`npm (?:run (?!`)|(?!run))([a-z0-9:]+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('of its two commands is what the automatic check runs', () => {
    const commands = [...readme.matchAll(/^npm ci && npm (?:run )?\w+/gm)].map(([line]) => line);
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(read('.ci/run')).toContain(`\n${command}\n`);
  });

  it('[A7] of the firewall is every host, and no other', () => {
    const [, section = ''] = /### Firewall\n(.*?)\n### /s.exec(readme) ?? [];
    const hosts = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, host]) => host);
    expect(hosts.sort()).toEqual(networkAllowlist.map(({ host }) => host).sort());
  });

  it('[A1] of policies, per platform, is what the program reads', () => {
    const [, section = ''] = /### Managed policy\n(.*?)\n### /s.exec(readme) ?? [];
    const [sample = ''] = /^\{\n.*?^\}/ms.exec(section) ?? [];
    expect(policyDocument.parse(JSON.parse(sample))).toMatchObject({ MaxLookaheadDays: 180 });
    const registry = [...section.matchAll(/^reg add HKLM\\(\S+) \/v (\w+)/gm)];
    expect(registry.length).toBeGreaterThan(1);
    for (const [, key = '', value = ''] of registry) {
      const [, list = value] = key.split(`${places.registryKey}\\`);
      expect(key.startsWith(places.registryKey)).toBe(true);
      expect(policyNames).toContain(list);
    }
    expect(section).toContain(`${places.linuxFolder}/managed/`);
    expect(section).toContain(`managed preferences of \`${places.bundleId}\``);
  });

  it('[A7] of consent is every permission that a sign-in asks for', () => {
    const [, section = ''] = /### Consent\n(.*?)\n### /s.exec(readme) ?? [];
    const named = [...section.matchAll(/`([^`]+)`/g)].map(([, words]) => words);
    const google = (['readWrite', 'readOnly'] as const).flatMap(scopesFor);
    const microsoft = (['readWrite', 'readOnly'] as const).flatMap((access) =>
      permissionsFor(microsoftClouds.global, access),
    );
    for (const scope of [...google, ...microsoft])
      expect(named).toContain(scope.replace(/^https:.*\//, ''));
    expect(section).toContain('/adminconsent?client_id=');
    expect(section).toContain('Where consent is missing');
  });

  it('of exit codes names each of them', () => {
    const [line = ''] = /Exit codes:.*?\n\n/s.exec(readme) ?? [];
    for (const code of Object.values(exitCodes)) expect(line).toContain(`\`${code}\``);
  });
});

describe('what SECURITY.md says', () => {
  const text = read('.github/SECURITY.md');

  it('R5: is whom to write to, against whom Umbra stands, and against whom it does not', () => {
    for (const where of ['Digital Signatures', 'codesign -dv', 'Maintainer', 'private report'])
      expect(text).toContain(where);
    // An address that nobody reads would be worse than none.
    expect(text).not.toContain('@');
    for (const who of ['invitation', 'hostile network', 'switched-off', 'target calendar'])
      expect(text).toContain(who);
    const [, not = ''] = text.split('## What it does not protect against');
    for (const who of ['Programs that run as you', 'administrator of this computer', 'Google'])
      expect(not).toContain(who);
  });
});
