/**
 * Every host that this program ever speaks to, made from the endpoints that the code uses: what a firewall has to let
 * through, and all of it (security.md A7). There is no server of ours and no telemetry.
 */
import { googleEndpoints } from '../accounts/google/endpoints.ts';
import { microsoftClouds } from '../accounts/microsoft/clouds.ts';
import { microsoftCloud, type MicrosoftCloud } from '../../shared/model/account.ts';

export interface AllowedHost {
  readonly host: string;
  readonly port: 443;
  readonly service: string;
  readonly purpose: string;
  /** Opened by the system's browser during a sign-in, not by Umbra itself. */
  readonly browserOnly: boolean;
}

const cloudNames: Readonly<Record<MicrosoftCloud, string>> = {
  global: 'Microsoft 365, Outlook.com',
  usGov: 'Microsoft 365 US Government (GCC High)',
  usGovDod: 'Microsoft 365 US Government (DoD)',
  china: 'Microsoft 365 in China (21Vianet)',
};

const SIGN_IN = 'Sign-in, renewal of the sign-in';
const CALENDARS = 'Reads calendars, writes blocks';

/** The issuers are named for a person's tenant; their hosts are not. */
const NOBODY = { iss: '', sub: '', aud: '', exp: 0, tid: '' };

export const networkAllowlist: readonly AllowedHost[] = unique([
  ...microsoftCloud.options.flatMap((cloud) => {
    const { signIn, graph, issuers } = microsoftClouds[cloud];
    const service = cloudNames[cloud];
    return [
      ...[signIn, ...issuers(NOBODY)].map((url) => allowed(url, service, SIGN_IN)),
      allowed(graph, service, CALENDARS),
    ];
  }),
  { ...allowed(googleEndpoints.authorize, 'Google', 'Sign-in page'), browserOnly: true },
  allowed(googleEndpoints.token, 'Google', `${SIGN_IN}, its revocation`),
  allowed(googleEndpoints.revoke, 'Google', `${SIGN_IN}, its revocation`),
  allowed(googleEndpoints.api, 'Google', CALENDARS),
]);

function allowed(url: string, service: string, purpose: string): AllowedHost {
  return { host: new URL(url).hostname, port: 443, service, purpose, browserOnly: false };
}

function unique(hosts: readonly AllowedHost[]): readonly AllowedHost[] {
  const byHost = new Map<string, AllowedHost>();
  for (const one of hosts) {
    const known = byHost.get(one.host);
    const service =
      known === undefined || known.service === one.service
        ? one.service
        : `${known.service}; ${one.service}`;
    byHost.set(one.host, { ...(known ?? one), service });
  }
  return [...byHost.values()];
}
