import type { RunningApp } from '../running-app.ts';
import { aboutHandlers } from './about.ts';
import { accountHandlers } from './accounts.ts';
import { activityHandlers } from './activity.ts';
import { appHandlers } from './app.ts';
import { calendarHandlers } from './calendar.ts';
import type { Handlers } from './handler.ts';
import { policyHandlers } from './policy.ts';
import { privacyHandlers } from './privacy.ts';
import { ruleHandlers } from './rules.ts';
import { secondDeviceHandlers } from './second-device.ts';
import { signInSetupHandlers } from './sign-in-setup.ts';

/** All that the window may ask of the running program. Inputs are to be parsed with the contract's schemas before. */
export function createHandlers(app: RunningApp): Handlers {
  return {
    ...appHandlers(app),
    ...calendarHandlers(app),
    ...ruleHandlers(app),
    ...accountHandlers(app),
    ...activityHandlers(app),
    ...privacyHandlers(app),
    ...secondDeviceHandlers(app),
    ...signInSetupHandlers(app),
    ...policyHandlers(app),
    ...aboutHandlers(app),
  };
}
