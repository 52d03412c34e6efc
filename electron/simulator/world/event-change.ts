/** What an event becomes by a change of its fields or of one occurrence. Pure. */
import { seriesStarts } from './series.ts';
import type { WorldEvent, WorldFields, WorldTime } from './types.ts';
import { WorldError } from './world-error.ts';

type SeriesParts = Pick<WorldEvent, 'overrides' | 'deletedOccurrences'>;

/**
 * The event with other fields. A series whose start, zone or rule changes loses its exceptions, as in Exchange
 * (Graph docs, event: update): their original starts no longer exist.
 */
export function changedFields(
  event: WorldEvent,
  patch: Partial<WorldFields>,
  rrule: string | null,
): Pick<WorldEvent, 'fields' | 'rrule'> & Partial<SeriesParts> {
  const fields = { ...event.fields, ...patch };
  const samePlaces = rrule === event.rrule && sameStart(fields.time, event.fields.time);
  return samePlaces ? { fields, rrule } : { fields, rrule, overrides: {}, deletedOccurrences: [] };
}

/** The series with one occurrence changed. Throws `notAnOccurrence`. `key` is the original start in its one spelling. */
export function changedOccurrence(
  event: WorldEvent,
  originalStart: string,
  patch: Partial<WorldFields>,
): { readonly key: string; readonly change: Pick<SeriesParts, 'overrides'> } {
  const { key } = occurrenceKey(event, originalStart);
  const override = { ...event.overrides[key], ...patch };
  return { key, change: { overrides: { ...event.overrides, [key]: override } } };
}

/** The series without one occurrence. Throws `notAnOccurrence`. */
export function withoutOccurrence(
  event: WorldEvent,
  originalStart: string,
): { readonly key: string; readonly change: SeriesParts } {
  const { key } = occurrenceKey(event, originalStart);
  const kept = Object.entries(event.overrides).filter(([other]) => other !== key);
  return {
    key,
    change: {
      overrides: Object.fromEntries(kept),
      deletedOccurrences: [...event.deletedOccurrences, key],
    },
  };
}

/** The key of a living occurrence, in any spelling of the instant, and its series' rule. Throws `notAnOccurrence`. */
export function occurrenceKey(
  event: WorldEvent,
  originalStart: string,
): { readonly key: string; readonly rrule: string } {
  const { rrule } = event;
  const { time } = event.fields;
  const ms = Date.parse(time.kind === 'allDay' ? `${originalStart}T00:00:00Z` : originalStart);
  if (rrule !== null && !Number.isNaN(ms)) {
    const key = seriesStarts(time, rrule, ms, ms + 1)[0]?.key;
    if (key !== undefined && !event.deletedOccurrences.includes(key)) return { key, rrule };
  }
  throw new WorldError('notAnOccurrence', `No such occurrence of event ${event.id}`);
}

function sameStart(a: WorldTime, b: WorldTime): boolean {
  const zoneOf = (time: WorldTime) => (time.kind === 'timed' ? time.zone : null);
  return a.kind === b.kind && a.start === b.start && zoneOf(a) === zoneOf(b);
}
