import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import { calendarIdOf, type AccountId } from '../../shared/model/ids.ts';
import { stoppedAccounts } from '../../shared/policy/stops.ts';
import { HOUR } from '../../shared/time/instant.ts';
import { allDone } from '../ports/all-done.ts';
import { ok, type Failure, type Result } from '../ports/outcome.ts';
import type { RemoteCalendar } from '../ports/provider.ts';
import type { EngineDeps } from './engine-deps.ts';

/** Calendars come and go rarely, and a list costs a request; but who shares one again expects to see it today. */
const LIST_AGE_MS = HOUR;

export interface Listing {
  readonly account: AccountId;
  /** Null where the list was taken. */
  readonly failure: Failure | null;
}

/** Lists the calendars of accounts whose list is missing or old; `force` lists them all. */
export async function listCalendars(
  deps: EngineDeps,
  signal: AbortSignal,
  force = false,
): Promise<readonly Listing[]> {
  const { store, clock } = deps;
  const { accounts, policy } = deps.settings();
  const stopped = stoppedAccounts(policy.values, accounts, store.calendars());
  const due = accounts.filter(({ id }) => {
    if (stopped.has(id)) return false;
    const at = store.listedAt(id);
    const age = at === null ? null : clock.now() - at;
    // A list from the future was taken by a clock that has been put right since: nobody knows how old it is.
    return force || age === null || age > LIST_AGE_MS || age < 0;
  });
  return allDone(due.map((account) => listAccount(deps, account, signal)));
}

export async function listAccount(
  deps: EngineDeps,
  account: Account,
  signal: AbortSignal,
): Promise<Listing> {
  const result = await deps.provider(account.id).listCalendars(signal);
  if (result.kind !== 'ok') return { account: account.id, failure: result };
  const all = deps.store.calendars();
  if (isOfAnother(account, result.value, all))
    return { account: account.id, failure: { kind: 'malformed', code: 'list-of-another-account' } };
  const known = all.filter((calendar) => calendar.account === account.id);
  const listed = named(account, result.value, known);
  deps.store.transaction(() => {
    deps.store.saveCalendars(account.id, listed, deps.clock.now());
    // What could not be removed there meanwhile, such as second copies, only a complete read finds.
    for (const { id } of nowWritable(known, listed)) deps.store.dropCursor(id);
  });
  return { account: account.id, failure: null };
}

function nowWritable(before: readonly Calendar[], after: readonly Calendar[]): readonly Calendar[] {
  const readOnly = new Set(before.flatMap(({ id, canWrite }) => (canWrite ? [] : [id])));
  return after.filter(({ id, canWrite }) => canWrite && readOnly.has(id));
}

/**
 * Whether a list is that of another of the user's accounts: a proxy that keeps answers by their URL has but one for all of
 * them (security.md F22). Where accounts share calendars, each could be read, and blocks would be looked for in the wrong one.
 */
function isOfAnother(
  account: Account,
  remote: readonly RemoteCalendar[],
  all: readonly Calendar[],
): boolean {
  const main = remote.find(({ isDefault }) => isDefault);
  const before = all.find((one) => one.account === account.id && one.isDefault);
  return (
    main !== undefined &&
    before !== undefined &&
    before.remoteId !== main.remoteId &&
    all.some((one) => one.account !== account.id && one.isDefault && one.remoteId === main.remoteId)
  );
}

/** The calendars of an account that has left the store already: listed, and not kept. */
export async function calendarsOfLeaving(
  deps: Pick<EngineDeps, 'provider'>,
  account: Account,
  signal: AbortSignal,
): Promise<Result<readonly Calendar[]>> {
  const result = await deps.provider(account.id).listCalendars(signal);
  return result.kind === 'ok' ? ok(named(account, result.value, [])) : result;
}

/**
 * Gives each calendar our id and a name that is unique in the profile. Rules mean calendars by these names: one that
 * somebody shares later must never take the name of one that was there, and one that is renamed keeps it, or what a rule
 * excludes under the old name would show (security.md F11).
 */
function named(
  account: Account,
  remote: readonly RemoteCalendar[],
  known: readonly Calendar[],
): readonly Calendar[] {
  const refs = new Map(
    known.flatMap(({ id, ref }) => (ref.startsWith(`${account.label}/`) ? [[id, ref]] : [])),
  );
  const taken = new Set(refs.values());
  return remote
    .map((calendar) => ({ ...calendar, id: idOf(account, calendar, remote, known) }))
    .sort((a, b) => inOrder(claimOf(a, refs), claimOf(b, refs)))
    .map((calendar) => {
      const before = refs.get(calendar.id);
      if (before !== undefined) return { ...calendar, account: account.id, ref: before };
      let ref = `${account.label}/${calendar.name}`;
      for (let copy = 2; taken.has(ref); copy++)
        ref = `${account.label}/${calendar.name} (${copy})`;
      taken.add(ref);
      return { ...calendar, account: account.id, ref };
    });
}

/** Who was there first, then the account's own calendar, then any order that stays. */
function claimOf(
  { id, isDefault, remoteId }: Pick<Calendar, 'id' | 'isDefault' | 'remoteId'>,
  refs: ReadonlyMap<Calendar['id'], string>,
): string {
  const ref = refs.get(id);
  return ref === undefined ? `1 ${isDefault ? 0 : 1} ${remoteId}` : `0 ${ref}`;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Our id for a calendar. A provider that changed its own id for the default calendar, or for one of a unique name,
 * still means the same calendar (providers.md 2.2): blocks and rules stay with it.
 */
function idOf(
  account: Account,
  calendar: RemoteCalendar,
  remote: readonly RemoteCalendar[],
  known: readonly Calendar[],
): Calendar['id'] {
  const same = known.find(({ remoteId }) => remoteId === calendar.remoteId);
  if (same !== undefined) return same.id;
  const orphaned = known.filter(
    ({ remoteId }) => !remote.some((other) => other.remoteId === remoteId),
  );
  const candidates = orphaned.filter(({ name, isDefault }) =>
    calendar.isDefault ? isDefault : !isDefault && name === calendar.name,
  );
  const [only] = candidates;
  return only !== undefined && candidates.length === 1
    ? only.id
    : calendarIdOf(account.id, calendar.remoteId);
}
