import type { ProviderKind } from '../model/account.ts';
import type { PolicyPage } from '../ipc/policy.ts';

/** What the organisation takes out of the person's hands, each with the sentence that stands beside what is greyed out. */
export interface Locks {
  /** Why nothing may leave as a file; null where it may. */
  readonly exports: string | null;
  /** Why the person's own rules do nothing. */
  readonly ownRules: string | null;
  /** Why no account of a provider may be added. */
  readonly provider: (provider: ProviderKind) => string | null;
}

const unclear =
  'A policy of your organisation can’t be understood, and nobody knows what it would forbid. Ask your administrator.';

/** The program refuses the same; this only says so before anybody tries. */
export function locksOf(page: PolicyPage | null): Locks {
  const { exports = false, ownRules = false, providers = [] } = page?.locks ?? {};
  const stopped = (page?.obstacles.length ?? 0) > 0 ? unclear : null;
  return {
    exports: exports ? 'Your organisation does not allow exports (DisableExport).' : stopped,
    ownRules: ownRules
      ? 'Only rules of your organisation do anything here (OnlyPinnedRules).'
      : null,
    provider: (provider) =>
      providers.includes(provider)
        ? 'Your organisation does not allow accounts of this kind (AllowedProviders).'
        : stopped,
  };
}
