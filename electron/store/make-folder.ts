import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, readable by its owner only, with those above it. One by one: where a file system takes no new folders at
 * all (`/proc`), Node's own way of making several at once never comes back.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let at = resolve(path);
  // What has nothing above it, such as a drive that is not there, is left to the system to refuse.
  for (; !isFolder(at) && !missing.includes(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) makeOne(folder);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
