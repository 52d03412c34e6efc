import { UserError } from '../../shared/errors/errors.ts';
import { SettingsError } from '../store/settings.ts';
import { StoreError } from '../store/store-error.ts';
import { VaultError } from '../store/vault-file.ts';

/** Turns the ways in which a profile can be unusable into words. */
export async function named<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw nameProblem(error, directory) ?? error;
  }
}

export function nameProblem(error: unknown, directory: string): UserError | null {
  if (error instanceof StoreError)
    return new UserError(`store.${error.code}`, { quarantined: error.quarantined ?? directory });
  if (error instanceof VaultError)
    return new UserError(`vault.${error.fault}`, { file: error.file });
  if (error instanceof SettingsError) {
    const place = error.place === null || error.place === '' ? '' : ` at ${error.place}`;
    return new UserError('settings.corrupt', { file: error.file, place, reason: error.message });
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM')
      return new UserError('store.readOnly');
    // A path that leads through a file, or to one.
    if (['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG'].includes(String(error.code)))
      return new UserError('store.noFolder', { file: directory });
    if (error.code === 'ENOSPC') return new UserError('store.full');
  }
  return null;
}
