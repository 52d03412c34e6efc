import type { Fetch } from '../../electron/ports/fetch.ts';
import { noFaults } from '../../electron/simulator/fault-sources.ts';
import { createGoogleCloud } from '../../electron/simulator/google/create-google-cloud.ts';
import { inProcessFetch } from '../../electron/simulator/in-process-fetch.ts';
import { createMicrosoftCloud } from '../../electron/simulator/microsoft/create-microsoft-cloud.ts';
import { behindSignIn } from '../../electron/simulator/sign-in/behind-sign-in.ts';
import type { SignInRig } from './sign-in-rig.ts';

/** Where the calendars of each cloud really are. */
export const calendarHosts = {
  microsoft: 'https://graph.microsoft.com',
  google: 'https://www.googleapis.com',
} as const;

/** The calendars of a rig's world at their real hosts, which let in whoever its sign-in services gave a token. */
export function cloudsBehindSignIn({ world, clock, entra, google }: SignInRig): Fetch {
  const options = {
    world,
    random: () => 0.5,
    sleep: (ms: number) => clock.sleep(ms),
    latencyMs: () => 0,
    fault: noFaults,
    onCall: () => undefined,
    limits: false,
  };
  return inProcessFetch({
    [calendarHosts.microsoft]: behindSignIn(createMicrosoftCloud(options), entra.book, world),
    [calendarHosts.google]: behindSignIn(createGoogleCloud(options), google.book, world),
  });
}
