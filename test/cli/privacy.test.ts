import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkAllowlist } from '../../electron/profile/network-allowlist.ts';
import { CommandRig } from '../kit/command-rig.ts';

let rig: CommandRig;

beforeEach(async () => {
  rig = await new CommandRig().start();
  rig.addPerson('Acme', 'microsoft', ['Calendar']);
  rig.addPerson('Home', 'google', ['Private']);
  await rig.connect('Acme', 'microsoft');
  await rig.connect('Home', 'google');
  const file = join(rig.directory, '..', 'rules-of-privacy-test.json');
  writeFileSync(
    file,
    JSON.stringify({
      rules: [{ id: 'mesh', sources: ['*'], targets: ['*'], mask: { level: 'title' } }],
    }),
  );
  await rig.run('rules', 'apply', file);
  rig.add('acme0', 3, 'Secret merger');
  await rig.run('sync', '--once');
});

afterEach(() => rig.close());

/** Everything under a folder, so that two looks can be compared. */
function everyFile(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

describe('[A6] umbra privacy export', () => {
  it('prints what is held, and neither a key nor what opens an account', async () => {
    const { out, code } = await rig.run('privacy', 'export');
    expect(code).toBe(0);
    const held = JSON.parse(out) as { events: unknown[]; blocks: unknown[]; activity: unknown[] };
    expect([held.events.length, held.blocks.length]).toEqual([1, 1]);
    expect(out).toContain('Secret merger');
    expect(out).not.toContain('secret-token');
    const { key } = JSON.parse(readFileSync(join(rig.directory, 'vault.json'), 'utf8')) as {
      key: string;
    };
    for (const form of [key, Buffer.from(key, 'hex').toString('base64')])
      expect(out).not.toContain(form);
    const log = await rig.run('audit', 'export', '--format', 'csv');
    expect(log.out).toContain(',person,result,export,data,');
  });
});

describe('[A6] umbra privacy erase', () => {
  it('asks first', async () => {
    const before = everyFile(rig.directory);
    const { code, err } = await rig.run('privacy', 'erase');
    expect([code, everyFile(rig.directory)]).toEqual([2, before]);
    expect(err).toContain('--yes');
  });

  it('removes every block, and then every trace from the disk', async () => {
    mkdirSync(join(rig.directory, 'window', 'Crashpad'), { recursive: true });
    writeFileSync(join(rig.directory, 'window', 'Crashpad', 'dump.dmp'), 'Secret');
    expect(await rig.json('privacy', 'erase', '--yes')).toMatchObject({
      ...{ ok: true, erased: true, removed: 1, left: 0, strangers: [] },
    });
    expect(existsSync(rig.directory)).toBe(false);
    expect(rig.blocks('home0')).toEqual([]);
    expect(rig.world.events('acme0')).toHaveLength(1);
  });

  it('leaves the blocks where that is wished, and files that are not ours', async () => {
    writeFileSync(join(rig.directory, 'umbradbook.txt'), 'mine');
    const erased = await rig.json('privacy', 'erase', '--yes', '--keep-blocks');
    expect(erased).toMatchObject({ ok: true, strangers: ['umbradbook.txt'] });
    expect(everyFile(rig.directory)).toEqual([join(rig.directory, 'umbradbook.txt')]);
    expect(rig.world.events('home0')).toHaveLength(1);
  });

  it('erases nothing where a block can’t be removed, and says how many are left', async () => {
    rig.world.setRevoked('home@google.example', true);
    const { code, out } = await rig.run('privacy', 'erase', '--yes');
    expect(code).toBe(3);
    expect(out).toContain('nothing was erased');
    expect(existsSync(join(rig.directory, 'vault.json'))).toBe(true);
  });

  it('erases a profile that can’t be read any more', async () => {
    writeFileSync(join(rig.directory, 'settings.json'), '{ "accounts": [');
    expect((await rig.run('privacy', 'erase', '--yes')).code).toBe(4);
    expect((await rig.run('privacy', 'erase', '--yes', '--keep-blocks')).code).toBe(0);
    expect(existsSync(rig.directory)).toBe(false);
  });

  it('takes the start at login back with the usual profile only', async () => {
    await rig.run('privacy', 'erase', '--yes', '--keep-blocks');
    expect(rig.autostartRemoved).toBe(0);
  });
});

describe('[A7] umbra privacy hosts', () => {
  it('lists every host for a firewall', async () => {
    const { hosts } = await rig.json('privacy', 'hosts');
    expect(hosts).toEqual(networkAllowlist);
  });
});
