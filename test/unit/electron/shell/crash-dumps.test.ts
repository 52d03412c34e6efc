import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDumpsHere } from '../../../../electron/shell/crash-dumps.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'umbra-dumps-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Keeps them in a folder; returns what the reporter was told. */
async function keep(folder: string): Promise<unknown[]> {
  const told: unknown[] = [];
  await keepDumpsHere({ start: (options: unknown) => told.push(options) } as never, folder);
  return told;
}

describe('images of crashes', () => {
  it('E10: go to nobody', async () => {
    expect(await keep(join(root, 'Crashpad'))).toEqual([{ uploadToServer: false }]);
  });

  it('E10: lie where only their owner looks, the newest three of them, and nothing else is thrown away', async () => {
    const folder = join(root, 'Crashpad');
    mkdirSync(join(folder, 'completed'), { recursive: true });
    mkdirSync(join(folder, 'pending'));
    chmodSync(folder, 0o755);
    [4, 1, 5, 3, 2].forEach((age) => {
      const file = join(folder, age % 2 === 0 ? 'completed' : 'pending', `${age}.dmp`);
      writeFileSync(file, 'ya29.token');
      utimesSync(file, 1_000 - age, 1_000 - age);
    });
    writeFileSync(join(folder, 'settings.dat'), '');
    await keep(folder);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
    const left = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(
      left
        .filter((file) => file.isFile())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['1.dmp', '2.dmp', '3.dmp', 'settings.dat']);
  });
});
