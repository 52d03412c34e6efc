import type { Session } from 'electron';
import type { Fetch } from '../ports/fetch.ts';

/**
 * Chromium's network for the engine, so that a company's proxy and certificates hold for us as for its browser (security.md
 * E5). In a session in memory and without a cache: the usual one would write answers, and with them titles, to disk.
 */
export function engineNetwork(
  fromPartition: (name: string, options: { cache: boolean }) => Pick<Session, 'fetch'>,
): Fetch {
  let session: Pick<Session, 'fetch'> | null = null;
  return (url, init) => {
    session ??= fromPartition('engine', { cache: false });
    return session.fetch(url, init);
  };
}
