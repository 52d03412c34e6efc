/** Silent tokens of one Microsoft account, through MSAL and its part of the vault (providers.md 4.6, 4.10, 4.11). */
import type { OauthCredential } from '../../../shared/model/account.ts';
import { instant } from '../../../shared/time/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import type { Failure } from '../../ports/outcome.ts';
import { keptText, notNow } from '../kept-text.ts';
import type { Grant, Refresh, RefreshWish } from '../token-source.ts';
import type { KeptSecret } from '../vault/kept-secret.ts';
import { tenantOf, type MicrosoftEndpoints } from './clouds.ts';
import { createMsalApp } from './msal-app.ts';
import { MsalCache } from './msal-cache.ts';
import { permissionsFor } from './permissions.ts';
import { readMsalError, type MicrosoftRefusal } from './read-msal-error.ts';

export interface MicrosoftRefresh {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly clientId: string;
  readonly endpoints: MicrosoftEndpoints;
  readonly credential: OauthCredential;
  readonly kept: KeptSecret;
}

export function microsoftRefresh(context: MicrosoftRefresh): Refresh {
  return async (wish) => {
    const secret = await keptText(context.kept);
    if (secret.kind !== 'text') return secret;
    try {
      return await silently(context, wish, secret.text);
    } catch (error) {
      return asFailure(readMsalError(error));
    }
  };
}

async function silently(
  context: MicrosoftRefresh,
  { force, claims }: RefreshWish,
  text: string,
): Promise<Grant | Failure> {
  const { endpoints, credential, kept } = context;
  const cache = new MsalCache(text, (newer) => kept.write(newer));
  const { signal } = new AbortController();
  const tenant = tenantOf(credential.subject);
  const app = createMsalApp({ ...context, tenant, cache, signal });
  const accounts = await app.getAllAccounts();
  const account = accounts.find(({ homeAccountId }) => homeAccountId === credential.subject);
  if (account === undefined) return { kind: 'needsSignIn', code: 'no-token' };
  const result = await app.acquireTokenSilent({
    account,
    scopes: permissionsFor(endpoints, credential.access),
    forceRefresh: force,
    ...(claims === null ? {} : { claims }),
  });
  if (result.expiresOn === null) return { kind: 'malformed', code: 'no-expiry' };
  return {
    kind: 'grant',
    token: result.accessToken,
    expiresAt: instant(result.expiresOn.getTime()),
  };
}

function asFailure(refusal: MicrosoftRefusal): Failure {
  switch (refusal.kind) {
    case 'throttled':
    case 'needsSignIn':
    case 'needsAdmin':
    case 'unreachable':
    case 'malformed':
    case 'aborted':
      return refusal;
    case 'notKept':
      return notNow('token-not-kept');
    case 'declined':
    case 'timedOut':
    case 'noBrowser':
    case 'otherAccount':
    case 'notGranted':
    case 'untrusted':
    case 'notConfigured':
      return { kind: 'needsSignIn', code: refusal.kind };
  }
}
