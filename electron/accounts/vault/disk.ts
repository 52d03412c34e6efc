/** Files that are either as they were or as they shall be, whenever the power goes (security.md T9). */
import { chmod, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Disk {
  /** Null where there is no such file. Rejects where it can't be read. */
  read(file: string): Promise<Uint8Array | null>;
  /** Readable by its owner only. Resolves when it would survive a loss of power. */
  replace(file: string, bytes: Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
}

/** Windows can't open a folder to flush it, and need not. */
const noFolderFlush: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL']);

export const nodeDisk: Disk = {
  read: async (file) => {
    try {
      return await readFile(file);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  },
  replace: async (file, bytes) => {
    // The folder may be one of the user's: no file of theirs is named so.
    const half = `${file}.umbra-new`;
    await rm(half, { force: true });
    try {
      await writeThrough(half, bytes);
      await rename(half, file);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
    await flushFolder(dirname(file));
  },
  remove: async (file) => {
    await rm(file, { force: true });
    await flushFolder(dirname(file));
  },
};

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
}

async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!noFolderFlush.has(codeOf(error))) throw error;
  }
}

/** A system error's own name: never its message, which quotes the path and so the user's name. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'unknown';
  return typeof error.code === 'string' ? error.code : 'unknown';
}
