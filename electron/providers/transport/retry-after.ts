import type { Instant } from '../../../shared/time/instant.ts';
import { parseHttpDate } from './http-date.ts';

/** Longer waits are cut to this, so that no header stops an account for ever. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Reads `Retry-After` in both its forms, seconds and HTTP date (RFC 9110 §10.2.3), as ms from now; null if absent or
 * unreadable. `now` is the server's time: a date is one of its own clock.
 */
export function retryAfterMs(header: string | undefined, now: Instant): number | null {
  const text = header?.trim() ?? '';
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : untilDate(text, now);
  return ms === null ? null : Math.min(Math.max(0, Math.ceil(ms)), LONGEST_MS);
}

function untilDate(text: string, now: Instant): number | null {
  const date = parseHttpDate(text);
  return date === null ? null : date - now;
}
