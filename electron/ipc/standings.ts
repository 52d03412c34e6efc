import {
  nextAccountState,
  type AccountEvent,
  type AccountState,
} from '../../shared/accounts/account-state.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';
import type { CycleReport } from '../sync/cycle-report.ts';
import type { Departure } from '../profile/departure.ts';
import { problemOf } from '../profile/failure-words.ts';

/** How one account stands, and the last thing that went wrong with it, in words. */
export interface AccountStanding {
  readonly state: AccountState;
  readonly lastError: string | null;
}

const unknown: AccountStanding = { state: 'connecting', lastError: null };

/** What a failure says about its account; null where it concerns one calendar or write only. Worst first. */
const events: readonly (readonly [Failure['kind'], AccountEvent])[] = [
  ['needsSignIn', 'signInRefused'],
  ['needsAdmin', 'adminRefused'],
  ['malformed', 'unreachable'],
  ['unreachable', 'unreachable'],
  ['throttled', 'throttled'],
];

/** Follows each account through the cycles. */
export class Standings {
  readonly #known = new Map<AccountId, AccountStanding>();
  readonly #departures = new Map<AccountId, Departure>();

  of(account: AccountId): AccountStanding {
    return this.#known.get(account) ?? unknown;
  }

  /** What the last try to let an account go came to; null before the first. */
  departure(account: AccountId): Departure | null {
    return this.#departures.get(account) ?? null;
  }

  departed(departure: Departure): void {
    const { id } = departure.account;
    if (departure.done) {
      this.#departures.delete(id);
      this.begin(id);
    } else this.#departures.set(id, departure);
  }

  /** A person did something about it: what was known of it no longer counts. */
  begin(account: AccountId): void {
    this.#known.delete(account);
    this.#departures.delete(account);
  }

  /** Takes what a cycle met. Of an account that it did not hear, and of one that was cut off, nothing new is known. */
  follow(report: CycleReport, accounts: readonly Account[], calendars: readonly Calendar[]): void {
    for (const account of accounts) {
      const own = calendars.filter((calendar) => calendar.account === account.id);
      const all = report.accounts
        .filter((outcome) => outcome.account === account.id)
        .flatMap((outcome) => outcome.failures);
      const failures = all.filter(({ failure }) => failure.kind !== 'aborted');
      const silent = all.length > failures.length || report.unheard.includes(account.id);
      if (silent && failures.length === 0) continue;
      const before = this.of(account.id);
      const [first] = failures;
      const calendar = own.find(({ id }) => id === first?.calendar) ?? null;
      this.#known.set(account.id, {
        state: nextAccountState(before.state, eventOf(failures, own)),
        lastError:
          first === undefined
            ? before.lastError
            : problemOf(account, calendar, first.failure).message,
      });
    }
  }
}

function eventOf(
  failures: readonly { readonly failure: Failure }[],
  calendars: readonly Calendar[],
): AccountEvent {
  const worst = events.find(([kind]) => failures.some(({ failure }) => failure.kind === kind));
  if (worst !== undefined) return worst[1];
  const readOnly = calendars.length > 0 && calendars.every(({ canWrite }) => !canWrite);
  return readOnly ? 'answeredReadOnly' : 'answered';
}
