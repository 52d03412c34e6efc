import { useMemo, useSyncExternalStore } from 'react';

/** Where the window is: `#/calendar?date=2026-11-23`. Back and forward come for free. */
export interface Route {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return {
    name: /^[a-z]+$/.test(path) ? path : 'calendar',
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function writeRoute(name: string, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${name}${query === '' ? '' : `?${query}`}`;
}

export function go(name: string, params: Readonly<Record<string, string>> = {}): void {
  globalThis.location.hash = writeRoute(name, params);
}

function listen(changed: () => void): () => void {
  globalThis.addEventListener('hashchange', changed);
  return () => globalThis.removeEventListener('hashchange', changed);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => globalThis.location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}
