import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRig, type Outcome } from '../kit/command-rig.ts';

let rig: CommandRig;
let second: string;

beforeEach(async () => {
  rig = await new CommandRig().start();
  rig.addPerson('Acme', 'microsoft', ['Calendar']);
  rig.addPerson('Home', 'google', ['Private']);
  rig.add('acme0', 3);
  rig.add('home0', 4);
  second = mkdtempSync(join(tmpdir(), 'umbra-second-'));
  rig.environment['UMBRA_PASSPHRASE'] = 'four words are long enough';
});

afterEach(async () => {
  await rig.close();
  rmSync(second, { recursive: true });
});

const here = (...argv: readonly string[]): Promise<Outcome> => rig.run(...argv);
const there = (...argv: readonly string[]): Promise<Outcome> =>
  rig.run('--profile', second, ...argv);

async function connect(run: typeof here): Promise<void> {
  for (const [label, provider, url] of [
    ['Acme', 'microsoft', rig.microsoftUrl],
    ['Home', 'google', rig.googleUrl],
  ] as const)
    await run(
      ...['accounts', 'add', '--provider', provider, '--base-url', url, '--label', label],
      ...['--access-token-env', `TOKEN_${label.toUpperCase()}`],
      ...['--email', `${label.toLowerCase()}@${provider}.example`],
    );
  const file = join(rig.directory, 'rules.json');
  writeFileSync(file, JSON.stringify({ rules: [{ id: 'mesh', sources: ['*'], targets: ['*'] }] }));
  await run('rules', 'apply', file);
}

/** The first device's key in a file, as a person would carry it. */
async function carried(): Promise<string> {
  const file = join(rig.directory, 'carried.json');
  writeFileSync(file, (await here('vault', 'export')).out);
  return file;
}

const counts = async (run: typeof here): Promise<unknown> =>
  JSON.parse((await run('sync', '--once', '--json')).out);

describe('a second device', () => {
  it('knows the first one’s blocks as its own, writes none again, and can remove them', async () => {
    await connect(here);
    expect(await counts(here)).toMatchObject({ ok: true, created: 2 });
    const key = await carried();
    expect((await there('vault', 'import', key)).code).toBe(0);
    await connect(there);
    expect(await counts(there)).toMatchObject({ ok: true, created: 0, deleted: 0 });
    await there('rules', 'disable', 'mesh');
    expect(await counts(there)).toMatchObject({ ok: true, deleted: 2 });
    expect([...rig.blocks('acme0'), ...rig.blocks('home0')]).toEqual([]);
  });

  it('[P20] removes nothing before it has rules, and neither does the first one of what it lacks', async () => {
    await connect(here);
    await counts(here);
    const key = await carried();
    await there('vault', 'import', key);
    await connect(there);
    const none = join(rig.directory, 'none.json');
    writeFileSync(none, JSON.stringify({ rules: [] }));
    await there('rules', 'apply', none);
    expect(await counts(there)).toMatchObject({ ok: true, deleted: 0, held: 2 });
    // The first one gave its key away: what it finds without a database may be the second one's.
    await here('rules', 'apply', none);
    for (const end of ['', '-wal', '-shm'])
      rmSync(join(rig.directory, `umbra.db${end}`), { force: true });
    expect(await counts(here)).toMatchObject({ ok: true, deleted: 0, held: 2 });
    expect([...rig.blocks('acme0'), ...rig.blocks('home0')]).toHaveLength(2);
  });

  it('[R27] takes over a key that PowerShell wrote, in UTF-16', async () => {
    const key = await carried();
    writeFileSync(key, `\uFEFF${readFileSync(key, 'utf8')}`, 'utf16le');
    expect(await there('vault', 'import', key)).toMatchObject({ code: 0, err: '' });
  });

  it('keeps its own key under a wrong passphrase, from a damaged file, and where blocks lie under it', async () => {
    await connect(here);
    const key = await carried();
    await there('status');
    const before = readFileSync(join(second, 'vault.json'), 'utf8');
    rig.environment['UMBRA_PASSPHRASE'] = 'another one altogether';
    const wrong = await there('vault', 'import', key);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('does not open this file'),
    ]);
    rig.environment['UMBRA_PASSPHRASE'] = 'four words are long enough';
    writeFileSync(join(rig.directory, 'half.json'), readFileSync(key, 'utf8').slice(0, 200));
    expect((await there('vault', 'import', join(rig.directory, 'half.json'))).code).toBe(2);
    await connect(there);
    expect(await counts(there)).toMatchObject({ created: 2 });
    const late = await there('vault', 'import', key);
    expect([late.code, late.err]).toEqual([2, expect.stringContaining('2 blocks of its own')]);
    expect(readFileSync(join(second, 'vault.json'), 'utf8')).toBe(before);
  });

  it('[F16] keeps its own key while it doubts each of its blocks', async () => {
    await connect(here);
    const key = await carried();
    await connect(there);
    expect(await counts(there)).toMatchObject({ created: 2 });
    // As after a database was put back from a backup.
    writeFileSync(join(second, 'umbra.db.page'), 'another one');
    const { code, err } = await there('vault', 'import', key);
    expect([code, err]).toEqual([2, expect.stringContaining('2 blocks of its own')]);
  });

  it('wants a passphrase, and no short one', async () => {
    rig.environment['UMBRA_PASSPHRASE'] = '';
    expect((await here('vault', 'export')).err).toContain('UMBRA_PASSPHRASE');
    rig.environment['UMBRA_PASSPHRASE'] = 'short';
    const { code, out, err } = await here('vault', 'export');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('12 characters');
    expect((await there('vault', 'import', '/nowhere/key.json')).err).toContain(
      '/nowhere/key.json',
    );
  });
});
