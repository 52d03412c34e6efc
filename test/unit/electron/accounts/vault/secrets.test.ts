import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../../../electron/accounts/vault/disk.ts';
import { openSecrets } from '../../../../../electron/accounts/vault/open-secrets.ts';
import { probeProtection } from '../../../../../electron/accounts/vault/probe-protection.ts';
import type { Secrets } from '../../../../../electron/accounts/vault/secrets.ts';
import { FakeDisk } from '../../../../kit/fake-disk.ts';
import { FakeKeyStore } from '../../../../kit/fake-key-store.ts';

let directory: string;
let keyStore: FakeKeyStore;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-secrets-'));
  keyStore = new FakeKeyStore();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(own: Partial<Parameters<typeof openSecrets>[0]> = {}): Promise<Secrets> {
  const usual = { directory, keyStore, disk: nodeDisk, keepUnprotected: false };
  return openSecrets({ ...usual, requireKeychain: false, ...own });
}

const file = (name: string): string => readFileSync(join(directory, name), 'utf8');

describe('S1: the secrets file', () => {
  it('gives back what was written, after any number of starts', async () => {
    const first = await open();
    expect(await first.write('google//1', 'alpha')).toEqual({ kind: 'kept' });
    await first.write('microsoft/global/2', 'beta');
    await first.write('google//1', null);
    const second = await open();
    expect(await second.read('google//1')).toEqual({ kind: 'secret', text: null });
    expect(await second.read('microsoft/global/2')).toEqual({ kind: 'secret', text: 'beta' });
    expect(await second.names('microsoft/')).toEqual(['microsoft/global/2']);
  });

  it('is readable by its owner only, holds no plain text, and says which keychain made it', async () => {
    await (await open()).write('google//1', 'a plain secret');
    for (const name of readdirSync(directory)) {
      expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
      expect(file(name)).not.toMatch(/plain secret|google/);
    }
    expect(JSON.parse(file('secrets.json'))).toMatchObject({
      version: 1,
      platform: 'linux',
      backend: 'gnome_libsecret',
      tag: 'v11',
    });
  });

  it('loses nothing when many write at once', async () => {
    const secrets = await open();
    const names = Array.from({ length: 30 }, (_, index) => `google//${index}`);
    await Promise.all(names.map((name) => secrets.write(name, `secret ${name}`)));
    expect(await (await open()).names('google/')).toHaveLength(30);
  });

  it('is restored from its copy when it is torn or gone', async () => {
    await (await open()).write('a', 'alpha');
    writeFileSync(join(directory, 'secrets.json'), file('secrets.json').slice(0, 40));
    expect(await (await open()).read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    expect(file('secrets.json')).toBe(file('secrets.copy.json'));
    rmSync(join(directory, 'secrets.json'));
    expect(await (await open()).read('a')).toEqual({ kind: 'secret', text: 'alpha' });
  });

  it('asks to sign in again when another keychain can’t read it, and puts it aside untouched', async () => {
    await (await open()).write('a', 'alpha');
    const old = file('secrets.json');
    keyStore.key = 'another';
    const secrets = await open();
    expect(await secrets.read('a')).toEqual({ kind: 'unreadable' });
    expect(file('secrets.json')).toBe(old);
    await secrets.write('b', 'beta');
    expect(file('secrets.json.unreadable')).toBe(old);
    expect(await (await open()).read('b')).toEqual({ kind: 'secret', text: 'beta' });
  });

  it('of another platform is not even tried', async () => {
    await (await open()).write('a', 'alpha');
    keyStore.platform = 'win32';
    expect(await (await open()).read('a')).toEqual({ kind: 'unreadable' });
  });

  it('waits for a locked keychain, and signs nobody out', async () => {
    await (await open()).write('a', 'alpha');
    const old = file('secrets.json');
    keyStore.locked = true;
    const secrets = await open();
    expect(await secrets.read('a')).toEqual({ kind: 'locked' });
    expect(await secrets.write('b', 'beta')).toEqual({ kind: 'notKept', code: 'keychain-locked' });
    expect(file('secrets.json')).toBe(old);
    keyStore.locked = false;
    expect(await secrets.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    expect(await secrets.write('b', 'beta')).toEqual({ kind: 'kept' });
    expect(secrets.keeping).toBe('protected');
    expect(await (await open()).read('b')).toEqual({ kind: 'secret', text: 'beta' });
  });

  it('is encrypted anew when the keychain wants it, or is another one that can read it', async () => {
    await (await open()).write('a', 'alpha');
    const first = file('secrets.json');
    keyStore.shouldReEncrypt = true;
    await open();
    const second = file('secrets.json');
    expect(second).not.toBe(first);
    keyStore.shouldReEncrypt = false;
    keyStore.name = 'kwallet6';
    expect(await (await open()).read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    expect(JSON.parse(file('secrets.json'))).toMatchObject({ backend: 'kwallet6' });
  });

  it('is left alone by a keychain that does not give back what it took', async () => {
    const secrets = await open();
    await secrets.write('a', 'alpha');
    const old = file('secrets.json');
    keyStore.decrypt = () =>
      Promise.resolve({ kind: 'plain', text: 'other', shouldReEncrypt: false });
    expect(await secrets.write('a', 'beta')).toEqual({ kind: 'notKept', code: 'keychain' });
    expect(file('secrets.json')).toBe(old);
    expect(await secrets.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
  });

  it('stays as it was on a full disk', async () => {
    const disk = new FakeDisk();
    const secrets = await open({ disk });
    await secrets.write('a', 'alpha');
    disk.full = true;
    expect(await secrets.write('a', 'beta')).toEqual({ kind: 'notKept', code: 'ENOSPC' });
    expect(await secrets.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    disk.full = false;
    expect(await (await open({ disk })).read('a')).toEqual({ kind: 'secret', text: 'alpha' });
  });

  it.each(
    [1, 2].flatMap((step) => (['before', 'after'] as const).map((when) => [step, when] as const)),
  )('S7: has the old or the new after a crash at step %i, %s it', async (step, when) => {
    const disk = new FakeDisk();
    const secrets = await open({ disk });
    await secrets.write('a', 'old');
    disk.cut = { step: disk.steps + step, when };
    void secrets.write('a', 'new');
    await expect.poll(() => disk.steps).toBeGreaterThanOrEqual(disk.cut.step);
    disk.cut = null;
    const after = await (await open({ disk })).read('a');
    const written = step > 1 || when === 'after';
    expect(after).toEqual({ kind: 'secret', text: written ? 'new' : 'old' });
    const [main, copy] = [...disk.files.values()];
    expect(main).toEqual(copy);
  });
});

describe('S2: protection', () => {
  it.each([
    ['linux', 'gnome_libsecret', 'v11', 'protected'],
    ['linux', 'gnome_libsecret', 'v12', 'protected'],
    ['linux', 'kwallet6', 'v11', 'protected'],
    ['linux', 'basic_text', 'v12', 'protected'],
    ['linux', 'gnome_libsecret', 'v10', 'unprotected'],
    ['linux', 'basic_text', 'v10', 'unprotected'],
    ['linux', 'unknown', 'v11', 'unprotected'],
    ['darwin', 'keychain', 'v10', 'protected'],
    ['win32', 'dpapi', 'v10', 'protected'],
  ] as const)('on %s with %s and tag %s is "%s"', async (platform, name, tag, protection) => {
    Object.assign(keyStore, { platform, name, tag });
    expect(await probeProtection(keyStore)).toBe(protection);
  });

  it('is none where the keychain is away', async () => {
    keyStore.up = false;
    expect(await probeProtection(keyStore)).toBe('unprotected');
  });

  it('missing, keeps tokens for the session only and writes nothing', async () => {
    keyStore.tag = 'v10';
    const secrets = await open();
    expect(secrets.keeping).toBe('session');
    expect(await secrets.write('a', 'alpha')).toEqual({ kind: 'kept' });
    expect(await secrets.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('missing, keeps them where the person chose so, unless a policy forbids it', async () => {
    keyStore.tag = 'v10';
    const chosen = await open({ keepUnprotected: true });
    expect(chosen.keeping).toBe('unprotected');
    await chosen.write('a', 'alpha');
    expect(readdirSync(directory)).toContain('secrets.json');
    const forbidden = await open({ keepUnprotected: true, requireKeychain: true });
    expect(forbidden.keeping).toBe('session');
    expect(await forbidden.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('missing, follows the person’s word at once: onto the disk, and off it', async () => {
    keyStore.tag = 'v10';
    const choice = { keepUnprotected: false, requireKeychain: false };
    const secrets = await openSecrets({
      directory,
      keyStore,
      disk: nodeDisk,
      get keepUnprotected() {
        return choice.keepUnprotected;
      },
      get requireKeychain() {
        return choice.requireKeychain;
      },
    });
    await secrets.write('a', 'alpha');
    choice.keepUnprotected = true;
    await secrets.reconsider();
    expect([secrets.keeping, readdirSync(directory).includes('secrets.json')]).toEqual([
      'unprotected',
      true,
    ]);
    choice.requireKeychain = true;
    await secrets.reconsider();
    expect([secrets.keeping, readdirSync(directory)]).toEqual(['session', []]);
    expect(await secrets.read('a')).toEqual({ kind: 'secret', text: 'alpha' });
  });

  it('away for a moment, is no reason to throw away what it protects', async () => {
    const secrets = await open();
    await secrets.write('a', 'alpha');
    const old = file('secrets.json');
    keyStore.up = false;
    await secrets.reconsider();
    expect(secrets.keeping).toBe('session');
    expect(file('secrets.json')).toBe(old);
  });

  it('missing for once, leaves a protected file alone until it is back', async () => {
    await (await open()).write('a', 'alpha');
    const old = file('secrets.json');
    const key = keyStore.key;
    Object.assign(keyStore, { tag: 'v10', key: 'gone' });
    const without = await open();
    expect(await without.read('a')).toEqual({ kind: 'unreadable' });
    await without.write('a', 'for this session');
    expect(await without.read('a')).toEqual({ kind: 'secret', text: 'for this session' });
    expect(file('secrets.json')).toBe(old);
    Object.assign(keyStore, { tag: 'v11', key });
    expect(await (await open()).read('a')).toEqual({ kind: 'secret', text: 'alpha' });
  });
});
