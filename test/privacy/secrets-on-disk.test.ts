import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportEverything } from '../../electron/profile/export-everything.ts';
import { supportBundle } from '../../electron/profile/support-bundle.ts';
import { canaries } from '../kit/canary.ts';
import { never } from '../kit/sign-in-rig.ts';
import { signedInLife, type SignedInLife } from '../kit/signed-in-life.ts';

let life: SignedInLife;
/** Every code, access token and refresh token that the services gave. */
let given: string[];

beforeEach(async () => {
  life = await signedInLife();
  given = [];
  const next = canaries();
  life.rig.newSecret = () => {
    const word = next(`secret ${given.length}`);
    given.push(word);
    return word;
  };
});
afterEach(() => life.close());

/** What the services gave, and what the program itself made or holds: verifiers, states, nonces, the key of its blocks. */
function secrets(): readonly string[] {
  const { rig, profile } = life;
  const visited = rig.browser.visited.map((url) => new URL(url).searchParams);
  const sent = rig.wire.map((body) => new URLSearchParams(body));
  const names = ['state', 'nonce', 'code', 'code_verifier', 'refresh_token', 'token'];
  const passed = [...visited, ...sent].flatMap((form) => names.map((name) => form.get(name) ?? ''));
  const key = Buffer.from(profile.engineDeps.vault.key);
  const own = [key.toString('latin1'), key.toString('hex'), key.toString('base64').slice(0, -2)];
  return [...new Set([...given, ...passed, ...own])].filter((secret) => secret.length > 10);
}

/** A secret in the ways in which text travels. */
function forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'latin1');
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift, 32), bytes]).toString('base64');
    return text.slice(4, -4);
  });
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    secret.split('').join('\0'),
    ...shifted,
    ...shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

function expectNowhere(texts: Readonly<Record<string, string>>): void {
  const found = secrets().flatMap((secret) =>
    Object.entries(texts).flatMap(([where, text]) =>
      forms(secret).some((form) => text.includes(form)) ? [`${where}: ${secret}`] : [],
    ),
  );
  expect(found).toEqual([]);
}

/** Every file of the profile, the database's journal among them. */
function onDisk(): Record<string, string> {
  const files = readdirSync(life.directory, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]),
  );
}

/** Everything that the program would show, tell or hand out. */
function handedOut(): Record<string, string> {
  const { profile, told } = life;
  return {
    progress: JSON.stringify(told),
    audit: JSON.stringify([...profile.store.auditEntries()]),
    support: supportBundle(profile, { version: '1', system: 'linux' }),
    export: exportEverything(profile, '1'),
    settings: inspect(profile.settings.read(), { depth: 9 }),
  };
}

describe('S8: no token, code, verifier or key is readable', () => {
  const once = () => life.rig.clock.run(life.profile.engine.once(never));
  const look = (): void => expectNowhere({ ...onDisk(), ...handedOut() });

  it('on the disk or in what is handed out, from sign-in through renewal and revocation to sign-out', async () => {
    const { rig, profile } = life;
    await life.connectBoth();
    expect((await once()).ok).toBe(true);
    expect(Object.keys(onDisk())).toEqual(
      expect.arrayContaining(['umbra.db', 'umbra.db-wal', 'vault.json', 'secrets.json']),
    );
    look();
    rig.clock.advance(2 * 3_600_000);
    const before = given.length;
    expect((await once()).ok).toBe(true);
    expect(given.length).toBeGreaterThan(before + 1);
    look();
    const { accounts } = profile.settings.read();
    for (const { email } of accounts)
      for (const { book } of [rig.entra, rig.google]) book.revokePerson(email);
    expect((await once()).ok).toBe(false);
    look();
    for (const account of accounts) await rig.clock.run(life.signIn.forget(account, never));
    look();
  });

  it('would be found if it lay there', () => {
    given.push('ghjkmnpqrtuvwx');
    const hidden = Buffer.from('{"t":"ghjkmnpqrtuvwx"}').toString('base64');
    expect(() => {
      expectNowhere({ file: hidden });
    }).toThrow();
    expect(() => {
      expectNowhere({ file: 'a ghjkmnpqrtuvwx' });
    }).toThrow();
  });
});
