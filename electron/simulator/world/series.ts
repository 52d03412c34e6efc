/**
 * Expands a recurrence rule into the starts of its occurrences. The engine is `rrule-temporal`; this module bounds it
 * (rules, span and number of instances), because some rules make expanders run for minutes, and never knows of
 * overrides or deletions.
 */
import { RRuleTemporal } from 'rrule-temporal';
import type { WorldTime } from './types.ts';
import { DAY_MS, floatingMs, utcOfWall, wallOfUtc } from './wall-clock.ts';
import { WorldError } from './world-error.ts';

/** One place of a series before anything was moved or deleted. */
export interface SeriesStart {
  /** ISO instant for timed series, date for all-day ones: the key of `overrides` and `deletedOccurrences`. */
  readonly key: string;
  /** Wall-clock text in the series' zone, or a date. */
  readonly wall: string;
}

const maxSpan = 50 * 366 * DAY_MS;
const maxInstances = 20_000;
/** Neither Outlook nor Google offers series that repeat within a day. */
const refused = /FREQ=(HOURLY|MINUTELY|SECONDLY)|BY(HOUR|MINUTE|SECOND)=/i;

/** What was worked out about one series: its copies, its versions and each look at it ask for the same again. */
interface Known {
  readonly rule: RRuleTemporal;
  /** Of a series that ends by a count: all its starts, UTC ms. */
  counted?: readonly number[];
  /** By the span that was asked for. */
  readonly starts: Map<string, readonly SeriesStart[]>;
}

const known = new Map<string, Known>();
const MOST_KNOWN = 2_000;

/**
 * The starts of a series in [from, to): UTC ms for timed series; for all-day series the dates as if midnight UTC.
 * No more than 50 years are looked at. A start that falls into a daylight-saving gap is left out, as RFC 5545 says.
 * Throws `badRule` for a rule that cannot be read.
 */
export function seriesStarts(
  time: WorldTime,
  rrule: string,
  from: number,
  to: number,
): readonly SeriesStart[] {
  const first = Math.max(from, utcOfStart(time));
  const end = Math.min(to, first + maxSpan);
  if (end <= first) return [];
  const series = knownOf(time, rrule);
  const asked = `${first} ${end}`;
  const before = series.starts.get(asked);
  if (before !== undefined) return before;
  const starts = guarded(() => series.counted ?? between(series.rule, first, end))
    .filter((ms) => ms >= first && ms < end)
    .map((ms) => startAt(ms, time));
  series.starts.set(asked, starts);
  return starts;
}

function between(rule: RRuleTemporal, first: number, end: number): readonly number[] {
  return rule.between(new Date(first), new Date(end), true).map((at) => at.epochMilliseconds);
}

/** The first place of a series, on or after the start of `time`; null where the rule never occurs. */
export function firstStart(time: WorldTime, rrule: string): SeriesStart | null {
  const { rule } = knownOf(time, rrule);
  const [first] = guarded(() => rule.all((_, index) => index < 1));
  return first === undefined ? null : startAt(first.epochMilliseconds, time);
}

/** The last start of a series by its `UNTIL` (an upper bound) or `COUNT`, as in `seriesStarts`; null where it is endless. */
export function lastStart(time: WorldTime, rrule: string): number | null {
  const series = knownOf(time, rrule);
  const { until, count } = series.rule.options();
  if (until !== undefined) return until.epochMilliseconds;
  if (count === undefined) return null;
  const all =
    series.counted ??
    guarded(() => series.rule.all((_, index) => index < maxInstances)).map(
      (at) => at.epochMilliseconds,
    );
  if (all.length < maxInstances) series.counted = all;
  return all.at(-1) ?? null;
}

/** How many starts of a series lie before an instant (as in `seriesStarts`), at most 20,000. */
export function startsBefore(time: WorldTime, rrule: string, before: number): number {
  const { rule } = knownOf(time, rrule);
  return guarded(
    () =>
      rule
        .all((at, index) => index < maxInstances && at.epochMilliseconds < before)
        .filter((at) => at.epochMilliseconds < before).length,
  );
}

/** Throws `badRule` where a rule cannot be expanded. */
export function checkRule(time: WorldTime, rrule: string): void {
  knownOf(time, rrule);
}

function utcOfStart(time: WorldTime): number {
  return time.kind === 'timed' ? utcOfWall(time.start, time.zone) : floatingMs(time.start);
}

function startAt(ms: number, time: WorldTime): SeriesStart {
  const iso = new Date(ms).toISOString();
  if (time.kind === 'allDay') return { key: iso.slice(0, 10), wall: iso.slice(0, 10) };
  return { key: iso, wall: wallOfUtc(ms, time.zone) };
}

function knownOf(time: WorldTime, rrule: string): Known {
  const zone = time.kind === 'timed' ? time.zone : '';
  const text = `${time.start} ${zone} ${rrule}`;
  let series = known.get(text);
  if (series === undefined) {
    series = { rule: ruleOf(time, rrule), starts: new Map() };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, series);
  }
  return series;
}

function ruleOf(time: WorldTime, rrule: string): RRuleTemporal {
  if (refused.test(rrule)) throw new WorldError('badRule', 'A series repeats at most daily');
  const wall = time.kind === 'timed' ? time.start : `${time.start}T00:00:00`;
  const zone = time.kind === 'timed' ? time.zone : 'UTC';
  const rruleString = `DTSTART;TZID=${zone}:${wall.replaceAll(/[-:]/g, '')}\nRRULE:${rrule.replace(/;+$/, '')}`;
  return guarded(
    () =>
      new RRuleTemporal({
        rruleString,
        maxIterations: maxInstances,
        maxCandidateEvaluations: 10 * maxInstances,
      }),
  );
}

function guarded<T>(expand: () => T): T {
  try {
    return expand();
  } catch {
    throw new WorldError('badRule', 'The recurrence rule cannot be expanded');
  }
}
