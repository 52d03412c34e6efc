/** Decides which request to the loopback listener is the browser's, and which is somebody else's. Pure. */
import { sameSecret } from './attempt.ts';

/** A request line and `Host` header as they came in. */
export interface Hit {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly host: string;
}

export interface Expected {
  /** The redirect URI that the provider was given. */
  readonly redirectUri: string;
  readonly state: string;
}

export type Judged =
  | { readonly kind: 'answer'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 | 421 };

/**
 * A wrong `Host` is what DNS rebinding sends; a wrong or missing state is another tab's or another program's guess.
 * None of them ends the sign-in: otherwise any local page could.
 */
export function judgeHit(hit: Hit, { redirectUri, state }: Expected): Judged {
  const redirect = new URL(redirectUri);
  if (hit.method !== 'GET') return refused(405);
  if (hit.host !== redirect.host) return refused(421);
  if (!URL.canParse(hit.target, redirect.origin)) return refused(400);
  const url = new URL(hit.target, redirect.origin);
  if (url.origin !== redirect.origin || url.pathname !== redirect.pathname) return refused(404);
  const names = [...url.searchParams.keys()];
  if (new Set(names).size < names.length) return refused(400);
  if (!sameSecret(url.searchParams.get('state') ?? '', state)) return refused(400);
  if (!url.searchParams.has('code') && !url.searchParams.has('error')) return refused(400);
  return { kind: 'answer', parameters: Object.fromEntries(url.searchParams) };
}

function refused(status: 400 | 404 | 405 | 421): Judged {
  return { kind: 'refused', status };
}
