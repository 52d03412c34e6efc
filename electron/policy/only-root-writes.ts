import { dirname } from 'node:path/posix';
import type { PolicyMachine } from './machine.ts';

const WRITABLE_BY_OTHERS = 0o022;

/**
 * Why a file can't be an administrator's: it, or a folder on the way to it, belongs to somebody else than root or can be
 * written to by others. Null where only root can have put it there (security.md A1).
 */
export async function writableByOthers(
  machine: PolicyMachine,
  file: string,
): Promise<string | null> {
  for (let path = file; ; path = dirname(path)) {
    const { uid, mode } = await machine.owner(path);
    if (uid !== 0) return `${path} does not belong to root`;
    if ((mode & WRITABLE_BY_OTHERS) !== 0) return `${path} can be written to by others than root`;
    if (path === dirname(path)) return null;
  }
}
