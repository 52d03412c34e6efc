import { UserError } from '../../shared/errors/errors.ts';
import type { EndedConsent } from '../ports/sign-in.ts';
import { forget } from '../profile/account-book.ts';
import { accountOf } from './account-views.ts';
import type { RunningApp } from './running-app.ts';

/**
 * Disconnects an account. Its own blocks go first, if wanted, while it can still be reached: if one of them can't be
 * removed, the account stays. What its events cast elsewhere goes with the next cycle. Returns what became of the consent.
 */
export async function removeAccount(
  app: RunningApp,
  id: string,
  removeBlocks: boolean,
): Promise<EndedConsent | null> {
  const { profile } = app;
  const account = accountOf(app, id);
  await profile.engine.alone(
    removeBlocks ? { anyVault: false, only: account.id } : null,
    (purged) => {
      if (purged?.ok === false)
        throw new UserError('account.blocks-left', { label: account.label });
      forget(profile, account);
    },
    app.signal,
  );
  const ended = (await app.options.signIn?.forget(account, app.signal)) ?? null;
  app.loop.standings.begin(account.id);
  app.nudge();
  app.changed('accounts', 'app', 'events', 'rules', 'activity');
  return ended;
}
