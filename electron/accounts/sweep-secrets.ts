/**
 * Ends sign-ins that belong to no account (security.md S9): what a crash left between the removal of an account and the
 * deletion of its secret, or between a sign-in and the account that was to come of it.
 */
import type { ProviderKind } from '../../shared/model/account.ts';
import { secretName } from './account-sessions.ts';
import { readGoogleSecret } from './google/google-secret.ts';
import type { OauthAccount } from './oauth-account.ts';
import type { Revocations } from './revocations.ts';
import type { Secrets } from './vault/secrets.ts';

/** Of a secret's name: provider, cloud (none at Google), subject. */
const googleName = 'google//';
const providers: readonly ProviderKind[] = ['microsoft', 'google'];

export interface SweepDeps {
  readonly secrets: Secrets;
  readonly revocations: Revocations;
}

/** Keeps the secrets of `known` only. What could not be revoked yet stays in the queue of revocations. */
export async function sweepSecrets(
  { secrets, revocations }: SweepDeps,
  known: readonly OauthAccount[],
): Promise<void> {
  const kept = new Set(known.map(({ provider, credential }) => secretName(provider, credential)));
  for (const provider of providers) {
    for (const name of await secrets.names(`${provider}/`)) {
      if (kept.has(name)) continue;
      if (provider === 'google') await queue({ secrets, revocations }, name);
      await secrets.write(name, null);
    }
  }
}

async function queue({ secrets, revocations }: SweepDeps, name: string): Promise<void> {
  const read = await secrets.read(name);
  const token = read.kind === 'secret' && read.text !== null ? readGoogleSecret(read.text) : null;
  const subject = name.slice(googleName.length);
  if (token !== null) await revocations.add({ subject }, token);
}
