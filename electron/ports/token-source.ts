import type { Failure } from './outcome.ts';

/** Hands out bearer tokens for one account; refreshes behind the scenes. */
export interface TokenSource {
  /**
   * A token that is good now. `rejected` names the token that the provider has just refused with 401, so that a
   * cached copy of it is not handed out again; `claims` passes on a Conditional Access challenge (providers.md 4.10).
   */
  token(
    signal: AbortSignal,
    refused?: { readonly rejected: string; readonly claims: string | null },
  ): Promise<{ readonly kind: 'token'; readonly token: string } | Failure>;
}
