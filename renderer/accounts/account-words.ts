import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import type { Tone } from '../ui/badge.tsx';
import type { ProviderKind } from '../../shared/model/account.ts';

export type AccountState = AccountView['state'];

export const stateWords: Readonly<
  Record<AccountState, { readonly label: string; readonly tone: Tone }>
> = {
  connecting: { label: 'Connecting', tone: 'accent' },
  healthy: { label: 'Healthy', tone: 'good' },
  throttled: { label: 'Slowed down by the provider', tone: 'accent' },
  needsSignIn: { label: 'Sign in again', tone: 'bad' },
  needsAdmin: { label: 'Waits for an administrator', tone: 'bad' },
  readOnly: { label: 'Can only be read', tone: 'warn' },
  unreachable: { label: 'Not reachable', tone: 'warn' },
  removing: { label: 'Being removed', tone: 'accent' },
};

export const providerWords: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
};

/** What may be done with a calendar, in words. */
export function accessWords({
  canRead,
  canWrite,
}: Pick<CalendarView, 'canRead' | 'canWrite'>): string {
  if (canRead && canWrite) return 'Read and write';
  return canRead ? 'Read only' : 'Free/busy only';
}

/** Why a calendar can be no source, or no target; null where it can be both. */
export function accessRemark({ canRead, canWrite }: CalendarView): string | null {
  if (!canRead) return 'Its events can’t be listed, so rules leave it out.';
  return canWrite ? null : 'It can be a source, but no block can be written to it.';
}

/** What is said once an account is gone, and the page on which its consent can still be ended; null where it has ended. */
export function removedWords(
  label: string,
  { ended, waiting }: Output<'removeAccount'>,
): { readonly words: string; readonly page: string | null } {
  if (waiting)
    return {
      words: `“${label}” is no longer used. Not all of its blocks could be removed now: that goes on by itself, and its sign-in is deleted after it.`,
      page: null,
    };
  const gone = `“${label}” was removed, and its sign-in deleted here.`;
  switch (ended?.atProvider) {
    case undefined:
    case 'nothing':
      return { words: `“${label}” was removed.`, page: null };
    case 'revoked':
      return { words: `${gone} Its consent has ended at the provider too.`, page: null };
    case 'later':
      return {
        words: `${gone} The provider can’t be reached now; its consent is ended as soon as it can.`,
        page: ended.consentPage,
      };
    case 'byHand':
      return {
        words: `${gone} Microsoft lets no program end the consent itself: you can, on its page.`,
        page: ended.consentPage,
      };
  }
}

export const requestCopied = 'Copied. Paste it into a mail to your administrator.';
