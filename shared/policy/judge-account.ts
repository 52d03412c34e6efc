import type { Account } from '../model/account.ts';
import type { AccountKind } from './account-policies.ts';
import { meetsParty, permits, type Party } from './party.ts';
import type { PolicyName, PolicyValues } from './policies.ts';

/** Why something is stopped: the policy, and the end of a sentence that begins "Your organisation …". */
export interface PolicyReason {
  readonly policy: PolicyName;
  readonly words: string;
}

/** Microsoft's tenant of all personal accounts. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Why an account may not be used; null where it may. Sample accounts belong to nobody, and reach nobody. */
export function judgeAccount(
  values: PolicyValues,
  account: Account,
  party: Party,
): PolicyReason | null {
  if (account.credential.kind === 'sample') return null;
  const { AllowedProviders, AllowedAccountDomains, BlockedAccountDomains, AllowedTenantIds } =
    values;
  if (BlockedAccountDomains?.some((domain) => meetsParty(domain, party)) === true)
    return { policy: 'BlockedAccountDomains', words: 'blocks accounts of this domain' };
  if (
    AllowedProviders !== undefined &&
    !possibleKinds(account, party).every((kind) => AllowedProviders.includes(kind))
  )
    return { policy: 'AllowedProviders', words: 'does not allow accounts of this kind' };
  if (
    AllowedAccountDomains !== undefined &&
    !party.domains.every((domain) =>
      AllowedAccountDomains.some((allowed) =>
        permits(allowed, { domains: [domain], tenant: null }),
      ),
    )
  )
    return { policy: 'AllowedAccountDomains', words: 'does not allow accounts of this domain' };
  if (
    AllowedTenantIds !== undefined &&
    account.provider === 'microsoft' &&
    !AllowedTenantIds.some((id) => id.toLowerCase() === party.tenant)
  )
    return { policy: 'AllowedTenantIds', words: 'does not allow accounts of this tenant' };
  return null;
}

/** Where the tenant is not known, a Microsoft account can be either, and both must be allowed. */
function possibleKinds({ provider }: Account, { tenant }: Party): readonly AccountKind[] {
  if (provider === 'google') return ['google'];
  if (tenant === null) return ['microsoft', 'outlook.com'];
  return [tenant === PERSONAL_TENANT ? 'outlook.com' : 'microsoft'];
}

/** Kinds of which no account at all may be used, before anybody has signed in. */
export function forbiddenProviders(values: PolicyValues): readonly Account['provider'][] {
  const { AllowedProviders } = values;
  if (AllowedProviders === undefined) return [];
  const offered = { microsoft: ['microsoft', 'outlook.com'], google: ['google'] } as const;
  return (['microsoft', 'google'] as const).filter(
    (provider) => !offered[provider].some((kind) => AllowedProviders.includes(kind)),
  );
}

export function sayReason(reason: PolicyReason): string {
  return `Your organisation ${nameReason(reason)}.`;
}

/** The same inside another sentence. */
export function nameReason({ policy, words }: PolicyReason): string {
  return `${words} (${policy})`;
}
