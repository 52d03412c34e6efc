import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './flush-folder.ts';

/** Puts a small file in the place of the one that is there, whole or not at all; only its owner may read it. */
export function replaceFile(file: string, content: string): void {
  const half = `${file}.new`;
  const descriptor = openSync(half, 'w', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(half, file);
  flushFolder(dirname(file));
}
