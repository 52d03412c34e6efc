import type { Instant } from '../../shared/time/instant.ts';

/** The only source of time below the roots. */
export interface Clock {
  /** Wall-clock time; it may jump. */
  now(): Instant;
  /** Ms on a scale that never goes back; only differences mean something. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
