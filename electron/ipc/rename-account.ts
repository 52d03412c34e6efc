import { UserError } from '../../shared/errors/errors.ts';
import { renameLabel } from '../../shared/rules/rename-label.ts';
import { requireOwnLabel } from '../profile/policy-guard.ts';
import { accountOf } from './account-views.ts';
import { requireLabel } from './sign-in.ts';
import type { RunningApp } from './running-app.ts';

/**
 * Gives an account another label. The names of its calendars and the selectors of rules follow at once, while no cycle
 * runs: a rule that named calendars by the old label would lose them, and their blocks with them.
 */
export async function renameAccount(app: RunningApp, id: string, label: string): Promise<void> {
  const { engine, settings, store } = app.profile;
  requireLabel(label);
  const before = accountOf(app, id);
  if (settings.reachable().some((one) => one.label === label && one.id !== before.id))
    throw new UserError('account.duplicate', { label });
  if (before.label === label) return;
  requireOwnLabel(app.profile, before.label);
  await engine.alone(
    null,
    () => {
      const { accounts, rules } = settings.read();
      const own = store.calendars().filter(({ account }) => account === before.id);
      const named = own.map((calendar) => ({
        ...calendar,
        ref: `${label}/${calendar.ref.slice(before.label.length + 1)}`,
      }));
      settings.saveAccounts(
        accounts.map((one) => (one.id === before.id ? { ...one, label } : one)),
      );
      settings.saveRules(renameLabel(rules, before.label, label));
      store.saveCalendars(before.id, named, store.listedAt(before.id) ?? app.now());
    },
    app.signal,
  );
  app.nudge();
  app.changed('accounts', 'rules', 'app', 'events');
}
