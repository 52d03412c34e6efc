import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keychainVault } from '../../../../electron/profile/vault-keeping.ts';
import { systemRandom } from '../../../../electron/profile/system-ports.ts';
import { openVault, replaceVault, vaultFile } from '../../../../electron/store/vault-file.ts';
import { instant } from '../../../../shared/time/instant.ts';
import { FakeKeyStore } from '../../../kit/fake-key-store.ts';

let directory: string;
let keyStore: FakeKeyStore;
let naps: number;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umbra-vault-'));
  keyStore = new FakeKeyStore();
  naps = 0;
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const clock = {
  now: () => instant(0),
  monotonic: () => 0,
  sleep: () => {
    naps += 1;
    return Promise.resolve();
  },
};
const open = () => keychainVault({ keyStore, clock, random: systemRandom })(directory);
const text = (): string => readFileSync(vaultFile(directory), 'utf8');

describe('the key by which blocks are ours', () => {
  it('S1: lies under the keychain, not on the disk, and is the same at every start', async () => {
    const vault = await open();
    expect(text()).not.toContain(Buffer.from(vault.key).toString('hex'));
    expect(JSON.parse(text())).toMatchObject({ version: 2, sealed: { tag: 'v11' } });
    expect(statSync(vaultFile(directory)).mode & 0o777).toBe(0o600);
    expect(await open()).toEqual(vault);
  });

  it('S1: that lay there in plain text is sealed at the next start of the app, and stays the same', async () => {
    const plain = openVault(directory, systemRandom);
    expect(await open()).toEqual(plain);
    expect(text()).not.toContain(Buffer.from(plain.key).toString('hex'));
  });

  it('S2: stays in the owner’s file where no keychain protects anything', async () => {
    keyStore.tag = 'v10';
    const vault = await open();
    expect(JSON.parse(text())).toMatchObject({ version: 1 });
    expect(openVault(directory, systemRandom)).toEqual(vault);
  });

  it('is not for the command, which has no keychain; and nothing is made in its place', async () => {
    await open();
    const before = text();
    expect(() => openVault(directory, systemRandom)).toThrow('vault.sealed');
    expect(text()).toBe(before);
  });

  it('S1: waits a minute for a keychain that comes up after the app', async () => {
    const vault = await open();
    keyStore.locked = true;
    await expect(open()).rejects.toThrow('vault.locked');
    expect(naps).toBe(30);
    keyStore.locked = false;
    expect(await open()).toEqual(vault);
  });

  it('S1: is never made anew over one that another keychain sealed', async () => {
    await open();
    const before = text();
    keyStore.key = 'another';
    await expect(open()).rejects.toThrow('vault.unreadable');
    expect(text()).toBe(before);
    writeFileSync(vaultFile(directory), '{"version":2,"id":"tor');
    await expect(open()).rejects.toThrow('vault.unreadable');
    expect(text()).toBe('{"version":2,"id":"tor');
  });

  it('S1: is sealed anew when the keychain’s own key was changed', async () => {
    const vault = await open();
    const before = text();
    keyStore.shouldReEncrypt = true;
    expect(await open()).toEqual(vault);
    expect(text()).not.toBe(before);
  });

  it('of another device is sealed as soon as it is opened', async () => {
    const other = { id: openVault(directory, systemRandom).id, key: new Uint8Array(32).fill(9) };
    replaceVault(directory, other);
    expect(await open()).toEqual(other);
    expect(text()).not.toContain(Buffer.from(other.key).toString('hex'));
  });
});
