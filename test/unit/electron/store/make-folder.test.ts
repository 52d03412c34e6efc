import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../electron/store/make-folder.ts';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'umbra-folder-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

describe('making the folder of a profile', () => {
  it('makes those above it as well, for the eyes of their owner only, and leaves what is there', () => {
    const folder = join(scratch, 'a', 'b');
    makeFolder(folder);
    makeFolder(folder);
    for (const path of [folder, join(scratch, 'a')])
      expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700);
  });

  it('refuses a file in its place, or on the way to it', () => {
    const file = join(scratch, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'a'), join(file, 'a', 'b')])
      expect(() => makeFolder(path)).toThrow(/EEXIST|ENOTDIR/);
  });

  it('comes back with an error where nothing can be made at all', () => {
    const nowhere = process.platform === 'linux' ? '/proc/umbra/profile' : '/dev/fd/umbra/profile';
    expect(() => makeFolder(nowhere)).toThrow();
  });
});
