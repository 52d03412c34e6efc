import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import { sayLostName } from '../../shared/rules/lost-names.ts';
import { appState } from './fake-answers.ts';
import { ruleView } from './fake-rules.ts';
import { standing } from './standing.ts';

const gone = 'Helix Advisory/Client visits 2025';

/** A rule that names a calendar which its account does not have any more. */
export const lostRule = ruleView(
  {
    id: 'old-visits',
    name: 'Old client visits',
    sources: [gone],
    targets: ['Acme/Calendar'],
  },
  [],
  ['acme:calendar'],
  { blocks: 9, paused: sayLostName(gone) },
);

export const lostState: AppState = {
  ...appState,
  accountsInTrouble: 0,
  holds: 0,
  rulesPaused: 1,
  sync: {
    ...appState.sync,
    ...standing({ rulesPaused: [lostRule.rule.name] }),
  },
};

/** The family’s calendar has another name at its provider than the one that rules know it by. */
export function renamed(accounts: readonly AccountView[]): readonly AccountView[] {
  return accounts.map((account) => ({
    ...account,
    calendars: account.calendars.map((one) =>
      one.ref === 'Personal/Family' ? { ...one, name: 'Household' } : one,
    ),
  }));
}
