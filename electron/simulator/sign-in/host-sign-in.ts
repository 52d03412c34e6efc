/**
 * Both sign-in services where a real browser can reach them, for the sample world: the program believes to speak with
 * Microsoft and Google, and the person's browser opens the same pages on this machine.
 */
import type { Fetch } from '../../ports/fetch.ts';
import { serveCloud, type HostOptions } from '../http-host.ts';
import { inProcessFetch } from '../in-process-fetch.ts';
import { createEntra, type SimulatedSignIn } from './create-entra.ts';
import { createGoogleSignIn } from './create-google-sign-in.ts';
import type { SignInOptions } from './types.ts';

export interface HostedSignIn {
  readonly entra: SimulatedSignIn;
  readonly google: SimulatedSignIn;
  /** Knows the sign-in origins of both providers and nothing else. */
  readonly fetch: Fetch;
  /** The address of the same page on this machine; what is not a sign-in page stays as it is. */
  readonly pageOf: (url: string) => string;
  close(): Promise<void>;
}

export async function hostSignIn(options: SignInOptions, host: HostOptions): Promise<HostedSignIn> {
  const entra = createEntra(options);
  const google = createGoogleSignIn(options);
  const [servedEntra, servedGoogle] = await Promise.all([
    serveCloud(entra, host),
    serveCloud(google, host),
  ]);
  const pages: Readonly<Record<string, string>> = {
    'https://login.microsoftonline.com': servedEntra.url,
    'https://accounts.google.com': servedGoogle.url,
  };
  return {
    entra,
    google,
    fetch: inProcessFetch({
      'https://login.microsoftonline.com': entra,
      'https://accounts.google.com': google,
      'https://oauth2.googleapis.com': google,
    }),
    pageOf: (url) => {
      const { origin, pathname, search } = new URL(url);
      const here = pages[origin];
      return here === undefined ? url : `${here}${pathname}${search}`;
    },
    close: async () => {
      await Promise.all([servedEntra.close(), servedGoogle.close()]);
    },
  };
}
