import { accountMends, accountSentences } from '../../shared/accounts/account-state.ts';
import { UserError } from '../../shared/errors/errors.ts';
import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { BlockCount } from '../ports/store.ts';
import { whyStopped } from '../profile/stopped-rules.ts';
import type { RunningApp } from './running-app.ts';

/** Every account with its calendars, and how it stands. */
export function accountViews(app: RunningApp): readonly AccountView[] {
  const { settings, store } = app.profile;
  const counts = store.blockCounts();
  const calendars = store.calendars();
  const stopped = whyStopped(app.profile);
  return settings.read().accounts.flatMap((account) => {
    const { state } = app.loop.standings.of(account.id);
    if (state === 'removed') return [];
    return [
      {
        id: account.id,
        label: account.label,
        email: account.email,
        provider: account.provider,
        sample: account.credential.kind === 'sample',
        state,
        sentence: stopped.get(account.id) ?? accountSentences[state],
        mend: stopped.has(account.id) ? null : accountMends[state],
        stopped: stopped.has(account.id),
        calendars: calendars
          .filter((calendar) => calendar.account === account.id)
          .map((calendar) => calendarView(app, calendar, counts)),
      },
    ];
  });
}

function calendarView(
  { profile: { store } }: RunningApp,
  { id, ref, name, color, canRead, canWrite, isDefault, zone }: Calendar,
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
    zone,
    events: store.eventCount(id),
    blocks,
    lastReadAt: store.cursor(id)?.at ?? null,
  };
}

/** The account that the window names by its id. Throws `account.unknown`. */
export function accountOf({ profile }: RunningApp, id: string): Account {
  const found = profile.settings.read().accounts.find((account) => account.id === id);
  if (found === undefined) throw new UserError('account.unknown', { label: id });
  return found;
}
