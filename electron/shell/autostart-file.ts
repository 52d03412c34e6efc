import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AutostartFile } from './login-item.ts';

/** The autostart entry as a file of the user's. */
export function autostartFile(path: string): AutostartFile {
  return {
    exists: () =>
      access(path).then(
        () => true,
        () => false,
      ),
    write: async (text) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { mode: 0o644 });
    },
    remove: () => rm(path, { force: true }),
  };
}
