/** Ends an account here at once, and at the provider as far as the provider lets us (security.md S5, S6, S9). */
import type { EndedConsent } from '../ports/sign-in.ts';
import { secretName, type AccountSessions } from './account-sessions.ts';
import { readGoogleSecret } from './google/google-secret.ts';
import { personalTenant, tenantOf } from './microsoft/clouds.ts';
import type { OauthAccount } from './oauth-account.ts';
import type { Revocations } from './revocations.ts';
import type { Kept, Secrets } from './vault/secrets.ts';

/** `later` is queued, see `settleRevocations`. */
export interface SignedOut extends EndedConsent {
  /** Whether the tokens are gone from disk. If not, the keychain or the disk is in the way: sign out again. */
  readonly tokens: Kept;
}

export interface SignOutDeps {
  readonly secrets: Secrets;
  readonly sessions: AccountSessions;
  readonly revocations: Revocations;
}

export async function signOut(
  { secrets, sessions, revocations }: SignOutDeps,
  { provider, credential }: OauthAccount,
  signal: AbortSignal,
): Promise<SignedOut> {
  const secret = await sessions.end(provider, credential);
  const refreshToken = provider === 'google' && secret !== null ? readGoogleSecret(secret) : null;
  if (refreshToken !== null) await revocations.add(credential, refreshToken);
  const tokens = await secrets.write(secretName(provider, credential), null);
  if (provider === 'microsoft')
    return {
      tokens,
      atProvider: 'byHand',
      consentPage: microsoftPage(tenantOf(credential.subject)),
    };
  const consentPage = 'https://myaccount.google.com/connections';
  if (refreshToken === null) return { tokens, atProvider: 'nothing', consentPage };
  await revocations.settle(signal);
  const settled = await revocations.isSettled(credential);
  return { tokens, atProvider: settled ? 'revoked' : 'later', consentPage };
}

function microsoftPage(tenant: string): string {
  return tenant === personalTenant
    ? 'https://account.live.com/consent/Manage'
    : 'https://myapplications.microsoft.com/';
}
