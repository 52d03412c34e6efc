import type { ProviderKind } from './account.ts';
import type { CalendarEvent } from './event.ts';

type Marked = Pick<CalendarEvent, 'visibility'>;

/** Whether its owner marked it as not for everybody, by whichever name. */
export function isMarkedPrivate({ visibility }: Marked): boolean {
  return visibility === 'personal' || visibility === 'private' || visibility === 'confidential';
}

/**
 * Whether the calendar's service keeps its words from those who may read the calendar. Exchange does so for `private`
 * alone (MS-OXODLGT 3.2.4.2); for Google, `confidential` is the same (Calendar API, Events).
 */
export function isKeptFromReaders({ visibility }: Marked, provider: ProviderKind): boolean {
  return visibility === 'private' || (visibility === 'confidential' && provider === 'google');
}
