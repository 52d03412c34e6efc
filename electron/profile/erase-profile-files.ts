import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { profileFiles } from '../../shared/view/profile-files.ts';

/**
 * Removes what is ours from a profile's folder, and the folder where nothing else is left in it. `withWindow`: also what
 * Chromium holds open while the window lives. Returns the names of what is not ours and stays.
 */
export function eraseProfileFiles(
  directory: string,
  { withWindow }: { readonly withWindow: boolean },
): readonly string[] {
  const strangers: string[] = [];
  for (const name of namesIn(directory)) {
    const ours = profileFiles.some(
      ({ begins }) =>
        name === begins || name.startsWith(`${begins}.`) || name.startsWith(`${begins}-`),
    );
    if (!ours) strangers.push(name);
    else if (name !== 'window' || withWindow)
      rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (namesIn(directory).length === 0) removeFolder(directory);
  return strangers;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function removeFolder(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // Gone already, or somebody stands in it: an empty folder tells nothing.
  }
}
