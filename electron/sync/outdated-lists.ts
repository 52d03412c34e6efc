import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';
import type { CycleReport } from './cycle-report.ts';
import type { EngineDeps } from './engine-deps.ts';

/** Refusals that a new list of calendars may explain: one that was unshared, deleted, or became read-only. */
const telling: readonly Failure['kind'][] = ['gone', 'forbidden'];

/**
 * A calendar that is refused although its account lists it: the list is taken anew in the next cycle, so that nobody
 * asks in vain for the rest of the hour. Not where the list is newer than what was last read: it knows of the refusal.
 */
export function dropOutdatedLists({ store }: EngineDeps, { accounts }: CycleReport): void {
  const isNews = (account: AccountId, calendar: CalendarId): boolean => {
    const listed = store.listedAt(account);
    const read = store.cursor(calendar)?.at;
    return listed !== null && read !== undefined && listed <= read;
  };
  for (const { account, failures } of accounts) {
    const news = failures.some(
      ({ calendar, failure }) =>
        calendar !== null && telling.includes(failure.kind) && isNews(account, calendar),
    );
    if (news) store.dropList(account);
  }
}
