/** Why a provider did not do what was asked: values, not exceptions, since each calls for something else. */
export type Failure =
  /** Slow down. `retryAfterMs` is null where the provider named no time. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  /** The thing itself does not exist (404, 410), or is no longer shown to this account. */
  | { readonly kind: 'gone' }
  /** Permanently refused: read-only, policy, not the organizer. `code` is the provider's own error code. */
  | { readonly kind: 'forbidden'; readonly code: string }
  | { readonly kind: 'needsSignIn'; readonly code: string }
  | { readonly kind: 'needsAdmin'; readonly code: string }
  /**
   * No usable answer: timeout, reset, 5xx, an open breaker. `maybeApplied` is true where the request may have taken
   * effect, so that a create must be looked for before it is tried again.
   */
  | { readonly kind: 'unreachable'; readonly maybeApplied: boolean; readonly code: string }
  /** An answer that is not what the API describes (a captive portal's page, truncated JSON). Counts as a failed read. */
  | { readonly kind: 'malformed'; readonly code: string }
  /** The caller's signal was aborted. `left`: the request was on its way by then, and nobody heard the answer. */
  | { readonly kind: 'aborted'; readonly left?: true };

export type Result<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

export function ok<T>(value: T): Result<T> {
  return { kind: 'ok', value };
}
