import { isOurAddress } from './app-origin.ts';

/**
 * The file below the window's folder that an address of ours means, as its parts; null for anything else. Works on decoded
 * parts, so that no spelling of `..`, of a separator, of a drive or of a NUL byte leaves the folder (security.md 18).
 */
export function pagePath(address: string): readonly string[] | null {
  if (!isOurAddress(address)) return null;
  const path = decoded(new URL(address).pathname);
  if (path === null || !path.startsWith('/')) return null;
  const parts = path.slice(1).split('/');
  if (parts.length === 1 && parts[0] === '') return ['index.html'];
  return parts.every(isPlainName) ? parts : null;
}

/** Letters, digits and the marks that a build gives its files; never hidden, never a way up. */
function isPlainName(part: string): boolean {
  return /^[\w-][\w.-]*$/.test(part) && !part.includes('..') && !part.endsWith('.');
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
