import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that this program ever writes into a profile's folder, what it is, and how long it stays. */
export const profileFiles = [
  {
    begins: 'umbra.db',
    holds: 'Calendars as last read, the ledger of blocks, the audit log, measurements',
    kept: 'Events until they are over, as far as the window reaches; log entries as set; a copy before each change of its form until you erase everything',
  },
  {
    begins: 'settings.json',
    holds: 'Accounts without their sign-ins, rules, settings',
    kept: 'Until you change or erase them',
  },
  {
    begins: 'vault.json',
    holds: 'The key by which blocks are known as yours; it opens no account',
    kept: 'Until you erase everything',
  },
  {
    begins: 'secrets',
    holds: 'Sign-ins, encrypted by the keychain of this computer',
    kept: 'Until you remove the account',
  },
  {
    begins: 'sample-clouds.json',
    holds: 'The sample calendars, if you tried them',
    kept: 'Until you erase everything',
  },
  {
    begins: 'window',
    holds: 'Place and size of the window, crash images (three at most, never sent)',
    kept: 'Until you erase everything',
  },
] as const;

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
