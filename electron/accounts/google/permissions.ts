/** What is asked of a Google account, and what came of it: each box can be left unticked (providers.md 5.26, 5.28). */
import type { OauthCredential } from '../../../shared/model/account.ts';

type Access = OauthCredential['access'];

const root = 'https://www.googleapis.com/auth/';
export const listScope = `${root}calendar.calendarlist.readonly`;
export const writeScope = `${root}calendar.events`;
export const readScope = `${root}calendar.events.readonly`;

/** The least that does the work. A source-only account is asked for reading only (security.md S5). */
export function scopesFor(access: Access): readonly string[] {
  return ['openid', 'email', listScope, access === 'readWrite' ? writeScope : readScope];
}

/** Wider scopes that an organisation may have granted instead. */
const lists: readonly string[] = [listScope, `${root}calendar.readonly`, `${root}calendar`];
const reads: readonly string[] = [readScope, `${root}calendar.readonly`];
const writes: readonly string[] = [writeScope, `${root}calendar`];

export type Granted =
  | { readonly kind: 'access'; readonly access: Access }
  /** Without these nothing works. */
  | { readonly kind: 'notGranted'; readonly missing: readonly string[] };

/** Compares what was granted with what was asked for: less than asked may still be of use. */
export function accessOf(granted: string, asked: Access): Granted {
  const names = new Set(granted.split(' '));
  const any = (scopes: readonly string[]): boolean => scopes.some((scope) => names.has(scope));
  const missing = [
    ...(any(lists) ? [] : [listScope]),
    ...(any(writes) || any(reads) ? [] : [asked === 'readWrite' ? writeScope : readScope]),
  ];
  if (missing.length > 0) return { kind: 'notGranted', missing };
  return { kind: 'access', access: any(writes) ? 'readWrite' : 'readOnly' };
}
