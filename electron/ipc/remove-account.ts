import type { EndedConsent } from '../ports/sign-in.ts';
import { depart, forgetNow, leave, stay } from '../profile/departures.ts';
import { leavingOf, reachableOf } from './account-views.ts';
import type { RunningApp } from './running-app.ts';

export interface Removal {
  /** What became of the consent; null where nobody had signed in, or the sign-in is still needed. */
  readonly ended: EndedConsent | null;
  /** Its own blocks could not all be removed yet: that goes on by itself, and the account is gone after it. */
  readonly waiting: boolean;
}

/**
 * Disconnects an account, also while its provider can't be reached: with its blocks it is on its way out until they are
 * gone, without them it is gone at once. What its events cast elsewhere goes with the next cycle.
 */
export async function removeAccount(
  app: RunningApp,
  id: string,
  removeBlocks: boolean,
): Promise<Removal> {
  const { profile, signal } = app;
  const account = reachableOf(app, id);
  try {
    if (!removeBlocks) {
      const ended = await forgetNow(profile, account, signal);
      app.loop.standings.begin(account.id);
      return { ended, waiting: false };
    }
    await leave(profile, account, signal);
    app.changed('accounts', 'app');
    const departure = await depart(profile, account, signal);
    app.departed(departure);
    return { ended: departure.ended, waiting: !departure.done };
  } finally {
    app.nudge();
    app.changed('accounts', 'app', 'events', 'rules', 'activity');
  }
}

/** Takes back the removal of an account that is still on its way out. */
export function keepAccount(app: RunningApp, id: string): void {
  const account = leavingOf(app, id);
  stay(app.profile, account);
  app.loop.standings.begin(account.id);
  app.nudge();
  app.changed('accounts', 'app', 'events', 'rules', 'activity');
}
