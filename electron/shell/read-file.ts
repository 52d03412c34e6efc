import { readFile } from 'node:fs/promises';
import type { ReadFile } from './serve-page.ts';

/** Reads a file of the build; null where there is none. A folder is none. */
export const readBuiltFile: ReadFile = async (path) => {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
};
