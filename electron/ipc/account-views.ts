import { accountMends, accountSentences, isTrouble } from '../../shared/accounts/account-state.ts';
import { UserError } from '../../shared/errors/errors.ts';
import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import { standIns } from '../../shared/rules/same-calendar.ts';
import type { BlockCount } from '../ports/store.ts';
import { whyStopped } from '../profile/stopped-rules.ts';
import { leavingView } from './leaving-view.ts';
import type { RunningApp } from './running-app.ts';

/** Every account with its calendars, and how it stands. */
export function accountViews(app: RunningApp): readonly AccountView[] {
  const { settings, store } = app.profile;
  const counts = store.blockCounts();
  const calendars = store.calendars();
  const elsewhere = standIns(calendars);
  const stopped = whyStopped(app.profile);
  const { accounts, leaving } = settings.read();
  const { standings } = app.loop;
  const connected = accounts.map((account) => {
    const { state } = standings.of(account.id);
    return {
      id: account.id,
      label: account.label,
      email: account.email,
      provider: account.provider,
      sample: account.credential.kind === 'sample',
      state,
      sentence: stopped.get(account.id) ?? accountSentences[state],
      mend: stopped.has(account.id) ? null : accountMends[state],
      stopped: stopped.has(account.id),
      inTrouble: isTrouble(state) && !stopped.has(account.id),
      calendars: calendars
        .filter((calendar) => calendar.account === account.id)
        .map((calendar) => calendarView(app, calendar, elsewhere, counts)),
    };
  });
  return [
    ...connected,
    ...leaving.map((account) => leavingView(account, standings.departure(account.id))),
  ];
}

function calendarView(
  { profile: { store } }: RunningApp,
  { id, ref, name, color, canRead, canWrite, isDefault, zone }: Calendar,
  elsewhere: ReturnType<typeof standIns>,
  counts: readonly BlockCount[],
): CalendarView {
  const blocks = counts
    .filter(({ target }) => target === id)
    .reduce((sum, { live }) => sum + live, 0);
  return {
    key: id,
    ref,
    name,
    color,
    canRead,
    canWrite,
    isDefault,
    standIn: elsewhere.get(id)?.id ?? null,
    zone,
    events: store.eventCount(id),
    blocks,
    lastReadAt: store.cursor(id)?.at ?? null,
  };
}

/** The account in use that the window names by its id. Throws `account.unknown`. */
export function accountOf({ profile }: RunningApp, id: string): Account {
  return named(profile.settings.read().accounts, id);
}

/** The same among those on their way out. */
export function leavingOf({ profile }: RunningApp, id: string): Account {
  return named(profile.settings.read().leaving, id);
}

/** The same among both. */
export function reachableOf({ profile }: RunningApp, id: string): Account {
  return named(profile.settings.reachable(), id);
}

function named(accounts: readonly Account[], id: string): Account {
  const found = accounts.find((account) => account.id === id);
  if (found === undefined) throw new UserError('account.unknown', { label: id });
  return found;
}
