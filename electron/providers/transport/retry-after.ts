import type { Instant } from '../../../shared/time/instant.ts';

/** A server that asks for more than this has not asked for it; it is cut, so that no header stops an account for ever. */
const LONGEST_MS = 24 * 3_600_000;

/** Reads `Retry-After` in both its forms, seconds and HTTP date (RFC 9110 §10.2.3), as ms from now; null if absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: Instant): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, Math.ceil(ms)), LONGEST_MS);
}
