import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows can't open a folder to flush it, and need not. */
const unneeded: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL']);

/** Makes a renamed file's new name survive a loss of power. */
export function flushFolder(folder: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!unneeded.has(code)) throw error;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
