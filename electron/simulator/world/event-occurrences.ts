/** What one event shows in a window: the single event, or its series with deletions and overrides applied. Pure. */
import { seriesStarts, type SeriesStart } from './series.ts';
import type { WorldEvent, WorldFields, WorldOccurrence, WorldTime } from './types.ts';
import { DAY_MS, floatingMs, shiftWall, spanOf, wallOfUtc } from './wall-clock.ts';

/** Occurrences of an event that overlap [from, to) in UTC ms, sorted by start. `zone` is the calendar's. */
export function eventOccurrences(
  event: WorldEvent,
  zone: string,
  from: number,
  to: number,
): readonly WorldOccurrence[] {
  const all =
    event.rrule === null ? [single(event, zone)] : ofSeries(event, event.rrule, zone, from, to);
  return all.filter((one) => touches(one, from, to)).sort(byStart);
}

/** Whether an occurrence overlaps [from, to); one without length counts where it starts inside. */
export function touches(one: WorldOccurrence, from: number, to: number): boolean {
  return one.start < to && (one.end > from || (one.end === one.start && one.start >= from));
}

/** By start, then id, then original start: the order of every list of occurrences. */
export function byStart(a: WorldOccurrence, b: WorldOccurrence): number {
  return (
    a.start - b.start ||
    compare(a.event.id, b.event.id) ||
    compare(a.originalStart ?? '', b.originalStart ?? '')
  );
}

/**
 * The time of an occurrence that nobody moved: it starts at `wall` and lasts as long as the master by the wall clock, so
 * that a night shift ends at the same hour in a daylight-saving night.
 */
export function timeAt(master: WorldTime, wall: string): WorldTime {
  const shift = floatingMs(wall) - floatingMs(master.start);
  return { ...master, start: wall, end: shiftWall(master.end, shift) };
}

function single(event: WorldEvent, zone: string): WorldOccurrence {
  return occurrence(event, null, event.fields, zone);
}

/** One occurrence by its original start, which must be one of the series' places; null where it is deleted. */
export function occurrenceAt(event: WorldEvent, zone: string, key: string): WorldOccurrence | null {
  if (event.deleted || event.deletedOccurrences.includes(key)) return null;
  const { time } = event.fields;
  const wall = time.kind === 'allDay' ? key : wallOfUtc(Date.parse(key), time.zone);
  return ofStart(event, zone, { key, wall });
}

function ofSeries(
  event: WorldEvent,
  rrule: string,
  zone: string,
  from: number,
  to: number,
): WorldOccurrence[] {
  const { time } = event.fields;
  const length = floatingMs(time.end) - floatingMs(time.start) + DAY_MS;
  // Overrides are looked at one by one, since they may have been moved into the window from anywhere.
  const apart = new Set([...event.deletedOccurrences, ...Object.keys(event.overrides)]);
  const plain = seriesStarts(time, rrule, from - length, to + DAY_MS)
    .filter(({ key }) => !apart.has(key))
    .map((start) => ofStart(event, zone, start));
  const exceptions = Object.keys(event.overrides).flatMap(
    (key) => occurrenceAt(event, zone, key) ?? [],
  );
  return [...plain, ...exceptions];
}

function ofStart(event: WorldEvent, zone: string, { key, wall }: SeriesStart): WorldOccurrence {
  const time = timeAt(event.fields.time, wall);
  return occurrence(event, key, { ...event.fields, time, ...event.overrides[key] }, zone);
}

function occurrence(
  event: WorldEvent,
  originalStart: string | null,
  fields: WorldFields,
  zone: string,
): WorldOccurrence {
  const [start, end] = spanOf(fields.time, zone);
  const isException = originalStart !== null && originalStart in event.overrides;
  return { event, originalStart, isException, fields, start, end };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
