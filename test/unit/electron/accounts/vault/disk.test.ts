import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeDisk } from '../../../../../electron/accounts/vault/disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'umbra-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('whole');

it('takes no file of somebody else’s for its own half-written one', async () => {
  const theirs = join(folder, 'rules.json.new');
  writeFileSync(theirs, 'theirs');
  await nodeDisk.replace(join(folder, 'rules.json'), bytes);
  expect(readFileSync(theirs, 'utf8')).toBe('theirs');
  expect(readFileSync(join(folder, 'rules.json'), 'utf8')).toBe('whole');
});

it('leaves nothing half-written where a file can’t be replaced', async () => {
  const taken = join(folder, 'rules.json');
  mkdirSync(taken);
  writeFileSync(join(taken, 'inside'), '');
  await expect(nodeDisk.replace(taken, bytes)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['rules.json']);
});
