/** "This and following": what becomes of a series that is cut in two. Pure. */
import { timeAt } from './event-occurrences.ts';
import { countOf, realigned, withEnd } from './rule-text.ts';
import { startsBefore } from './series.ts';
import type { NewEvent, WorldEvent, WorldFields, WorldTime } from './types.ts';
import { DAY_MS, shiftWall, wallOfUtc } from './wall-clock.ts';

type Earlier = Pick<WorldEvent, 'rrule' | 'overrides' | 'deletedOccurrences'>;

export interface Split {
  /** The shortened series; null where nothing came before the cut, so that it vanishes. */
  readonly earlier: Earlier | null;
  /** The new series. It starts without exceptions: both providers drop those behind the cut. */
  readonly later: NewEvent;
}

/** A place in a series. */
interface Cut {
  readonly key: string;
  /** UTC ms; of an all-day series the date as if midnight UTC. */
  readonly at: number;
}

/** Cuts a series with the rule `rrule` at the occurrence with this key; `uid` names the new one. */
export function split(
  event: WorldEvent,
  rrule: string,
  key: string,
  patch: Partial<WorldFields>,
  uid: string,
): Split {
  const { time } = event.fields;
  const cut = { key, at: Date.parse(time.kind === 'allDay' ? `${key}T00:00:00Z` : key) };
  const wall = time.kind === 'allDay' ? key : wallOfUtc(cut.at, time.zone);
  const fields: WorldFields = { ...event.fields, time: timeAt(time, wall), ...patch };
  const before = startsBefore(time, rrule, cut.at);
  return {
    earlier: before === 0 ? null : earlierPart(event, rrule, cut),
    later: {
      calendarId: event.calendarId,
      uid,
      fields,
      rrule: realigned(laterRule(rrule, before), fields.time.start),
    },
  };
}

function earlierPart(event: WorldEvent, rrule: string, cut: Cut): Earlier {
  return {
    rrule: withEnd(rrule, { until: lastMoment(event.fields.time, cut) }),
    overrides: Object.fromEntries(Object.entries(event.overrides).filter(([key]) => key < cut.key)),
    deletedOccurrences: event.deletedOccurrences.filter((key) => key < cut.key),
  };
}

function laterRule(rrule: string, before: number): string {
  const count = countOf(rrule);
  return count === null ? rrule : withEnd(rrule, { count: count - before });
}

/** `UNTIL` just before the cut: a date for all-day series, else an instant in UTC (RFC 5545, 3.3.10). */
function lastMoment(time: WorldTime, cut: Cut): string {
  if (time.kind === 'allDay') return shiftWall(cut.key, -DAY_MS).replaceAll('-', '');
  const iso = new Date(cut.at - 1000).toISOString().slice(0, 19);
  return `${iso.replaceAll(/[-:]/g, '')}Z`;
}
