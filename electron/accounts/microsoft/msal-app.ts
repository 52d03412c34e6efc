import { ProtocolMode, PublicClientApplication } from '@azure/msal-node';
import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import type { MicrosoftEndpoints } from './clouds.ts';
import type { MsalCache } from './msal-cache.ts';
import { msalNetwork } from './msal-network.ts';

export interface MsalAppOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly clientId: string;
  readonly endpoints: MicrosoftEndpoints;
  /** `common`, `organizations`, `consumers` or a tenant. */
  readonly tenant: string;
  readonly cache: MsalCache;
  readonly signal: AbortSignal;
}

/** MSAL for one piece of work with one account. Costs next to nothing, and leaves no state behind. */
export function createMsalApp(options: MsalAppOptions): PublicClientApplication {
  const { signIn, protocol } = options.endpoints;
  const entra = protocol === 'entra';
  return new PublicClientApplication({
    auth: {
      clientId: options.clientId,
      authority: entra ? `${signIn}/${options.tenant}` : signIn,
      // Else Graph never tells why it refuses a token, and keeps tokens short (providers.md 4.10).
      clientCapabilities: ['CP1'],
      ...(entra ? {} : { knownAuthorities: [new URL(signIn).host] }),
    },
    cache: { cachePlugin: options.cache },
    system: {
      networkClient: msalNetwork(options, options.signal),
      protocolMode: entra ? ProtocolMode.AAD : ProtocolMode.OIDC,
      disableInternalRetries: true,
      loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined },
    },
  });
}
