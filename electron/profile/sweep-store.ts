import type { Settings } from '../store/settings.ts';
import type { Store } from '../ports/store.ts';

/** What a crash left between two steps of a removal: rows of an account that the settings no longer know. */
export function sweepStore(settings: Settings, store: Store): void {
  const known = new Set(settings.read().accounts.map(({ id }) => id));
  const listed = new Set(store.calendars().map(({ account }) => account));
  for (const account of listed.difference(known)) store.removeAccount(account);
}
