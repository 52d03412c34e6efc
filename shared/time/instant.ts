import type { Brand } from '../model/brand.ts';

/** A point on the time line: whole milliseconds since 1970-01-01T00:00:00Z. Never a wall-clock time. */
export type Instant = Brand<number, 'Instant'>;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Names a number of ms as an instant. Throws a RangeError for what is no whole, finite number. */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`Not an instant in ms: ${ms}`);
  return ms as Instant;
}

/**
 * Reads an ISO 8601 text that states its own offset (`Z` or `±hh:mm`).
 * Returns null where the text is no such thing: a text without an offset is a wall-clock time, not an instant.
 */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text))
    return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (ms as Instant);
}

/** ISO 8601 in UTC with milliseconds: `2026-05-04T09:00:00.000Z`. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/** The instant `ms` later (or earlier, if negative). */
export function plus(at: Instant, ms: number): Instant {
  return instant(at + ms);
}
