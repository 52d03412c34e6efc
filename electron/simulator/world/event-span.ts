/** The time that an event takes as a whole, for the change log. Pure. */
import { lastStart } from './series.ts';
import type { WorldEvent } from './types.ts';
import { DAY_MS, floatingMs, spanOf } from './wall-clock.ts';

/**
 * The UTC span from an event's first start to its last end, moved occurrences included; null for an endless series.
 * For a series that ends by date it may be longer than the last occurrence, never shorter.
 */
export function eventSpan(event: WorldEvent, zone: string): readonly [number, number] | null {
  const { time } = event.fields;
  const [start, end] = spanOf(time, zone);
  if (event.rrule === null) return [start, end];
  const last = lastOf(event, event.rrule);
  if (last === null) return null;
  const length = floatingMs(time.end) - floatingMs(time.start) + DAY_MS;
  const moved = Object.values(event.overrides).flatMap((override) =>
    override.time === undefined ? [] : [spanOf(override.time, zone)],
  );
  return [
    Math.min(start, ...moved.map((span) => span[0])),
    Math.max(end, last + length, ...moved.map((span) => span[1])),
  ];
}

/** By the time object: a change of anything else leaves it as it is, and the end of its series with it. */
const lastStarts = new WeakMap<WorldEvent['fields']['time'], Map<string, number | null>>();

function lastOf({ fields: { time } }: WorldEvent, rrule: string): number | null {
  const byRule = lastStarts.get(time) ?? new Map<string, number | null>();
  lastStarts.set(time, byRule);
  const kept = byRule.get(rrule);
  if (kept !== undefined) return kept;
  const last = lastStart(time, rrule);
  byRule.set(rrule, last);
  return last;
}
