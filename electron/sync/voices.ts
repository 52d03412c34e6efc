import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { manualSources } from '../../shared/plan/manual-blocks.ts';
import type { Store } from '../ports/store.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Listing } from './list-calendars.ts';
import type { AccountPull } from './pulls.ts';
import type { Voices } from './strangers.ts';
import { unclearSince } from './unclear-items.ts';

/** All that could ask for a block: accounts, which may have calendars that nobody knows of, and the rules' sources. */
export function allVoices({ settings, stoppedAccounts, rules }: CycleScene): Voices {
  const { accounts, manualBlocks } = settings;
  // What the user blocked by hand is known here and nowhere else.
  const byHand = new Set(manualSources(manualBlocks).map(({ id }) => id));
  return new Set<AccountId | CalendarId>([
    ...accounts.map(({ id }) => id).filter((id) => !stoppedAccounts.has(id)),
    ...rules.flatMap(({ sources }) => sources).filter((id) => !byHand.has(id)),
  ]);
}

/** Accounts whose list of calendars, and calendars whose events, a cycle has read. One with an unreadable event does not count as read. */
export function heardVoices(
  store: Store,
  listed: readonly Listing[],
  pulled: readonly AccountPull[],
): Voices {
  return new Set<AccountId | CalendarId>([
    ...listed.filter(({ failure }) => failure === null).map(({ account }) => account),
    ...pulled
      .flatMap(({ calendars }) => calendars)
      .filter(({ kind }) => kind === 'read')
      .map(({ calendar }) => calendar)
      .filter((calendar) => unclearSince(store, calendar) === null),
  ]);
}
