import type { Instant } from '../../../shared/time/instant.ts';

/** A weekday first and a time of day: whatever else `Date.parse` would guess at (`-5` is 2001) is no HTTP date. */
const looksRight = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/;

/** Reads an HTTP date in all the forms of RFC 9110 §5.6.7, the one without a zone as UTC too; null for anything else. */
export function parseHttpDate(text: string): Instant | null {
  if (!looksRight.test(text)) return null;
  const ms = Date.parse(/ \d{4}$/.test(text) ? `${text} GMT` : text);
  return Number.isNaN(ms) ? null : (ms as Instant);
}
