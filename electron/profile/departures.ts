/**
 * How an account leaves whose blocks are to go along, though its provider may not answer now (security.md S9). From the
 * first moment nothing of it is read, planned or written, and what its events cast elsewhere goes with the next cycle; its
 * sign-in is kept until its own calendars are clear, which is tried after the cycles, also after a restart.
 */
import type { Account } from '../../shared/model/account.ts';
import type { EndedConsent } from '../ports/sign-in.ts';
import { auditAccount, forget } from './account-book.ts';
import type { Departure } from './departure.ts';
import type { DepartureTries } from './departure-tries.ts';
import type { Profile } from './profile.ts';

/** The account is on its way out: durably, and at once as far as rules and readings go. */
export function leave(profile: Profile, account: Account, signal: AbortSignal): Promise<void> {
  const { engine, settings, store } = profile;
  return engine.alone(
    null,
    () => {
      const { accounts, leaving } = settings.read();
      settings.moveAccounts(accounts.filter(others(account)), [
        ...leaving.filter(others(account)),
        account,
      ]);
      store.removeAccount(account.id);
      auditAccount(profile, account, 'account-leaving');
    },
    signal,
  );
}

/** Tries to remove the blocks of an account on its way out; where none is left, the account goes with them. */
export async function depart(
  profile: Profile,
  account: Account,
  signal: AbortSignal,
): Promise<Departure> {
  const { engine, settings } = profile;
  const { purged, done } = await engine.alone(
    { anyVault: false, only: account.id },
    (report) => {
      const still = settings.read().leaving.some(({ id }) => id === account.id);
      const gone = still && report?.ok === true;
      if (gone) forget(profile, account);
      return { purged: report, done: gone };
    },
    signal,
  );
  return {
    account,
    removed: purged?.removed ?? 0,
    done,
    failure: purged?.failures[0]?.failure ?? null,
    left: purged?.left ?? [],
    ended: done ? await profile.signOut(account, signal) : null,
  };
}

/** Tries it for everybody on their way out whose turn it is; of the others it tells what the last try came to. */
export async function departAll(
  profile: Profile,
  tries: DepartureTries,
  signal: AbortSignal,
): Promise<readonly Departure[]> {
  const { settings, engineDeps } = profile;
  const departures: Departure[] = [];
  for (const account of settings.read().leaving) {
    const resting = tries.resting(account, engineDeps.clock.now());
    const departure = resting ?? (await depart(profile, account, signal));
    if (resting === null) tries.took(departure, engineDeps.clock.now());
    departures.push(departure);
  }
  return departures;
}

/** Removes an account at once, wherever it stands, and leaves its blocks as plain events. */
export async function forgetNow(
  profile: Profile,
  account: Account,
  signal: AbortSignal,
): Promise<EndedConsent | null> {
  await profile.engine.alone(null, () => forget(profile, account), signal);
  return profile.signOut(account, signal);
}

/** Takes an account back that was on its way out: it is read anew, and its blocks are put in place again. */
export function stay(profile: Profile, account: Account): void {
  const { accounts, leaving } = profile.settings.read();
  profile.settings.moveAccounts([...accounts, account], leaving.filter(others(account)));
  auditAccount(profile, account, 'account-kept');
}

function others({ id }: Account): (one: Account) => boolean {
  return (one) => one.id !== id;
}
