import type { Instant } from '../../../shared/time/instant.ts';
import type { Failure, Result } from '../../ports/outcome.ts';
import type { RequestKind } from '../../ports/request-ledger.ts';

/** One HTTP exchange as a provider orders it. The transport adds the bearer token. */
export interface TransportRequest {
  readonly kind: RequestKind;
  /** What the provider's quota will count: parts of a batch, else 1. */
  readonly units: number;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute, and under the account's API root: the transport refuses any other origin, so that no token leaks. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /**
   * Whether the transport may send it again by itself after a lost answer. True for reads, deletes and writes that
   * carry an idempotency key or a precondition; false leaves the retry to the caller.
   */
  readonly replayable: boolean;
}

export interface TransportResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The provider's reading of a status: null where the answer is for the caller (2xx, and the 404, 409, 410, 412 whose
 * meaning only the caller knows), else the failure it stands for. Pure.
 */
export type Classify = (response: TransportResponse, now: Instant) => Failure | null;

/** One account's way to its provider: paced, counted, retried within a budget, cut off by a breaker. */
export interface Transport {
  send(request: TransportRequest, signal: AbortSignal): Promise<Result<TransportResponse>>;
  /** Server clock minus local clock in ms, from the newest `Date` header; null before the first answer. */
  clockSkewMs(): number | null;
}
