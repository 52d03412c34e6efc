/** Keeps the expansion of each version of an event, so that a poll of an unchanged calendar costs no recurrence work. */
import { eventOccurrences, touches } from './event-occurrences.ts';
import type { WorldEvent, WorldOccurrence } from './types.ts';
import { DAY_MS } from './wall-clock.ts';

interface Expansion {
  readonly from: number;
  readonly to: number;
  readonly occurrences: readonly WorldOccurrence[];
}

const margin = 31 * DAY_MS;
const widest = 4 * 366 * DAY_MS;

export class ExpansionCache {
  /** By the event object: a changed event is a new object, so nothing here can be out of date. */
  readonly #kept = new WeakMap<WorldEvent, Expansion>();

  /** As `eventOccurrences`. */
  occurrences(
    event: WorldEvent,
    zone: string,
    from: number,
    to: number,
  ): readonly WorldOccurrence[] {
    const kept = this.#kept.get(event);
    const wide =
      kept !== undefined && kept.from <= from && to <= kept.to
        ? kept
        : this.#expand(event, zone, from, to, kept);
    return wide.occurrences.filter((one) => touches(one, from, to));
  }

  #expand(
    event: WorldEvent,
    zone: string,
    from: number,
    to: number,
    kept: Expansion | undefined,
  ): Expansion {
    const span = windowFor(event, from, to, kept);
    const expansion = { ...span, occurrences: eventOccurrences(event, zone, span.from, span.to) };
    this.#kept.set(event, expansion);
    return expansion;
  }
}

/** A single event is kept for all time; a series for the hull of what was asked, while that stays within four years. */
function windowFor(
  event: WorldEvent,
  from: number,
  to: number,
  kept: Expansion | undefined,
): { readonly from: number; readonly to: number } {
  if (event.rrule === null) return { from: -Infinity, to: Infinity };
  const asked = { from: from - margin, to: to + margin };
  const hull =
    kept === undefined
      ? asked
      : { from: Math.min(asked.from, kept.from), to: Math.max(asked.to, kept.to) };
  return hull.to - hull.from <= widest ? hull : asked;
}
