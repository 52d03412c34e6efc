import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';
import type { Listing } from './list-calendars.ts';
import type { AccountPush } from './push-all.ts';
import type { AccountPull } from './pulls.ts';

/** What one cycle did. Counts and ids only. */
export interface CycleReport {
  /** Every calendar was read and every passed operation was carried out. Holds do not spoil it. */
  readonly ok: boolean;
  /** Events that are new, changed or gone since the last cycle. */
  readonly pulled: number;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  /** Removals that a safety brake keeps waiting. */
  readonly held: number;
  /** Writes not carried out, or not confirmed; they are tried again in the next cycle. */
  readonly failed: number;
  /** Provider items that could not be understood and were left out. */
  readonly skipped: number;
  /** Calendars that were read anew, or whose feed told of a change. */
  readonly changedCalendars: readonly CalendarId[];
  readonly accounts: readonly AccountOutcome[];
  /** Still reading when the cycle ended: how they stand only a later cycle knows. */
  readonly unheard: readonly AccountId[];
  readonly durationMs: number;
}

/** What went wrong for one account. */
export interface AccountOutcome {
  readonly account: AccountId;
  readonly failures: readonly { readonly calendar: CalendarId | null; readonly failure: Failure }[];
}

export function cycleReport(
  pulled: readonly AccountPull[],
  pushed: readonly AccountPush[],
  listed: readonly Listing[],
  unheard: readonly AccountId[],
  held: number,
  durationMs: number,
): CycleReport {
  const reads = pulled.flatMap(({ calendars }) => calendars);
  const total = (count: (push: AccountPush['tally']) => number): number =>
    pushed.reduce((sum, { tally }) => sum + count(tally), 0);
  const accounts = outcomes(pulled, pushed, listed);
  const failed = total(({ failed: notDone, lost, replan }) => notDone + lost + replan);
  return {
    ok: isWell(failed, accounts, unheard),
    pulled: reads.reduce(
      (sum, read) => sum + (read.kind === 'read' ? read.absorbed.changed.length : 0),
      0,
    ),
    created: total(({ created }) => created),
    updated: total(({ updated }) => updated),
    deleted: total(({ deleted }) => deleted),
    held,
    failed,
    skipped: reads.reduce((sum, read) => sum + (read.kind === 'read' ? read.skipped : 0), 0),
    changedCalendars: reads.flatMap((read) =>
      read.kind === 'read' && (read.complete || read.absorbed.changed.length > 0)
        ? [read.calendar]
        : [],
    ),
    accounts,
    unheard,
    durationMs,
  };
}

function isWell(
  failed: number,
  accounts: CycleReport['accounts'],
  unheard: CycleReport['unheard'],
): boolean {
  return (
    failed === 0 && unheard.length === 0 && accounts.every(({ failures }) => failures.length === 0)
  );
}

/**
 * Two reports of one run as one: a cycle, and the rest that came late or a second look. What the first left undone the second
 * plans anew: what is outstanding is what it left. `accounts`: what is wrong after both.
 */
export function joinReports(
  first: CycleReport,
  second: CycleReport,
  accounts: CycleReport['accounts'] = [...first.accounts, ...second.accounts],
): CycleReport {
  return {
    ok: isWell(second.failed, accounts, second.unheard),
    pulled: first.pulled + second.pulled,
    created: first.created + second.created,
    updated: first.updated + second.updated,
    deleted: first.deleted + second.deleted,
    held: second.held,
    failed: second.failed,
    skipped: first.skipped + second.skipped,
    changedCalendars: [...first.changedCalendars, ...second.changedCalendars],
    accounts,
    unheard: second.unheard,
    durationMs: first.durationMs + second.durationMs,
  };
}

/** What went wrong, account by account. */
export function outcomes(
  pulled: readonly AccountPull[],
  pushed: readonly AccountPush[],
  listed: readonly Listing[],
): readonly AccountOutcome[] {
  const byAccount = new Map<AccountId, AccountOutcome['failures'][number][]>();
  const add = (account: AccountId, calendar: CalendarId | null, failure: Failure): void => {
    byAccount.set(account, [...(byAccount.get(account) ?? []), { calendar, failure }]);
  };
  for (const { account, failure } of listed) if (failure !== null) add(account, null, failure);
  for (const { account, calendars } of pulled) {
    for (const pull of calendars)
      if (pull.kind === 'failed') add(account, pull.calendar, pull.failure);
  }
  for (const { account, tally } of pushed) {
    for (const { target, failure } of tally.failures) add(account, target, failure);
  }
  return [...byAccount].map(([account, failures]) => ({ account, failures }));
}
