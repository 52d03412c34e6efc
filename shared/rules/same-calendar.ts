import type { Calendar } from '../model/calendar.ts';
import type { CalendarId } from '../model/ids.ts';

/**
 * One calendar can be listed by several accounts: shared with a colleague, or with another account of the same person.
 * Returns, for each such listing but the best, the calendar that stands for it. Rules mean only the best one: else a
 * meeting would be blocked twice in one place, and each account would take the other's blocks for strays.
 */
export function standIns(calendars: readonly Calendar[]): ReadonlyMap<CalendarId, Calendar> {
  const found = new Map<CalendarId, Calendar>();
  const homes = homesOf(calendars);
  for (const calendar of calendars) {
    const best = sameId(calendar, calendars) ?? atHome(calendar, homes);
    if (best !== null && best.id !== calendar.id) found.set(calendar.id, best);
  }
  return found;
}

/** Google names a calendar alike in every account, by an address (Calendar API, "Calendars and events"). */
function sameId({ remoteId }: Calendar, calendars: readonly Calendar[]): Calendar | null {
  if (!remoteId.includes('@')) return null;
  const same = calendars.filter((other) => other.remoteId === remoteId);
  const claims = same.filter(({ isDefault }) => isDefault).length;
  if (same.length < 2 || claims > 1) return null;
  return [...same].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

function rank({ isDefault, canRead, canWrite }: Calendar): number {
  return (canRead ? 4 : 0) + (canWrite ? 2 : 0) + (isDefault ? 1 : 0);
}

/** Graph gives each mailbox an id of its own, and names the owner: whose mailbox is connected needs no other way in. */
function atHome(calendar: Calendar, homes: ReadonlyMap<string, Calendar>): Calendar | null {
  const home = homes.get(calendar.owner ?? '');
  return home === undefined || home.account === calendar.account ? null : home;
}

/** Each mailbox's own calendar, by its owner. A name that two mailboxes claim says nothing about either. */
function homesOf(calendars: readonly Calendar[]): ReadonlyMap<string, Calendar> {
  const byOwner = Map.groupBy(
    calendars.filter(({ isDefault }) => isDefault),
    ({ owner }) => owner ?? '',
  );
  return new Map(
    [...byOwner].flatMap(([owner, [home, ...others]]) =>
      owner === '' || home === undefined || others.length > 0 ? [] : [[owner, home] as const],
    ),
  );
}
