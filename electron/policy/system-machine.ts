import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { PolicyMachine } from './machine.ts';

/** A program of the system that does not answer must not keep the app from opening. */
const PATIENCE_MS = 10_000;

/** The machine that this runs on. */
export const systemMachine: PolicyMachine = {
  realPath: (path) => orNull(realpath(path)),
  list: (folder) => orNull(readdir(folder)),
  owner: async (path) => {
    const { uid, mode } = await stat(path);
    return { uid, mode };
  },
  text: (file) => readFile(file, 'utf8'),
  run: (program, parameters) =>
    new Promise((resolve, reject) => {
      execFile(
        program,
        [...parameters],
        { timeout: PATIENCE_MS, windowsHide: true, maxBuffer: 16 * 1024 * 1024, env: {} },
        (error, out) => {
          if (error === null) resolve({ code: 0, out });
          else if (typeof error.code === 'number') resolve({ code: error.code, out });
          else reject(new Error('The program could not be run', { cause: error }));
        },
      );
    }),
};

/** Nothing there is an answer; anything else that keeps us from looking is not. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
