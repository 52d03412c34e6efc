import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrashReporter } from 'electron';
import { makeFolder } from '../store/make-folder.ts';
import { staleDumps, type Dump } from './crash.ts';

/** Crash images stay on this machine, readable by their owner only, and no more than three of them (security.md E10). */
export async function keepDumpsHere(reporter: CrashReporter, folder: string): Promise<void> {
  reporter.start({ uploadToServer: false });
  makeFolder(folder);
  await chmod(folder, 0o700);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const dumps = files.filter((file) => file.isFile() && file.name.endsWith('.dmp'));
  const dated = await Promise.all(dumps.map((file) => dateOf(join(file.parentPath, file.name))));
  await Promise.all(staleDumps(dated).map((path) => rm(path, { force: true })));
}

async function dateOf(path: string): Promise<Dump> {
  return { path, at: (await stat(path)).mtimeMs };
}
