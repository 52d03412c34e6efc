import { hash } from 'node:crypto';

/** What the first entry's hash is chained to. */
export const GENESIS = '0'.repeat(64);

/** An entry's hash covers the one before it, so that a change in the middle shows in everything after it. */
export function chain(previous: string, entry: string): string {
  return hash('sha256', previous + entry);
}

/** Keys in alphabetical order and no spaces: the same entry has one text, and so one hash, on every device. */
export function canonicalJson(
  entry: Readonly<Record<string, string | number | null | undefined>>,
): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entry).sort(inOrder)));
}

function inOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
