import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarEvent } from '../model/event.ts';
import type { CalendarId } from '../model/ids.ts';
import type { RefusalOnTarget } from './refusal.ts';
import { spanOf } from '../time/all-day.ts';
import { DAY, HOUR, instant, MINUTE } from '../time/instant.ts';
import { contains, interval, overlaps, union, type Interval } from '../time/interval.ts';
import { byPrecedence, type ActiveRule } from './active-rule.ts';
import { meetingOf, type Candidate, type Draft } from './candidates.ts';
import { Claims } from './claims.ts';
import { keptMerges, uncovered, type KeptMerge } from './kept-merges.ts';
import { mergeDrafts, single, type Desired } from './merge.ts';
import type { PlanScope } from './plan-scope.ts';
import { blockStays, isStopped } from './stopped.ts';
import { grow, meets, widen, type Region } from './regions.ts';

/** Told why a candidate makes no block on this target; the editor's preview listens, the engine does not. */
export type Trace = (event: CalendarEvent, active: ActiveRule, reason: RefusalOnTarget) => void;

const silent: Trace = () => undefined;

/** Rules that write to `target`, those with precedence first. */
export function rulesFor(rules: readonly ActiveRule[], target: CalendarId): readonly ActiveRule[] {
  return rules.filter((active) => active.targets.includes(target)).sort(byPrecedence);
}

/** What a target should hold, and what it holds already and is to keep as it is. */
export interface Composed {
  readonly desired: readonly Desired[];
  readonly kept: readonly BlockRecord[];
}

/**
 * The blocks that `target` should hold, as far as they meet `region`.
 * A meeting casts one block however many calendars hold it and however many rules want it; a target that holds the
 * meeting itself gets none.
 */
export function compose(
  scope: PlanScope,
  target: CalendarId,
  region: Region,
  trace: Trace = silent,
): Composed {
  const rules = rulesFor(scope.rules, target);
  const candidates = gather(scope, rules, target, region);
  const own = ownEvents(scope, target, region, candidates);
  const held = new Set(own.filter(isHeld).map(meetingOf));
  const busy = rules.some(({ compiled }) => compiled.rule.options.skipWhenBusy)
    ? busySpans(own, scope.zone)
    : [];

  const claims = new Claims();
  const desired: Desired[] = [];
  const toMerge = new Map<ActiveRule, Draft[]>();
  const stopped = new Map<ActiveRule, Draft[]>();
  for (const { active, candidate } of candidates) {
    const { event, meeting } = candidate;
    if (isStopped(scope, active.compiled.rule.id, event.calendar, target)) {
      addTo(stopped, active, candidate.drafts);
      if (claims.winnerOver(candidate) === null && blockStays(scope, target, candidate))
        claims.add(candidate, active);
      trace(event, active, 'againstPolicy');
      continue;
    }
    const winner = claims.winnerOver(candidate);
    if (winner !== null) {
      trace(event, active, winner === active ? 'sameMeeting' : 'otherRule');
      continue;
    }
    if (held.has(meeting)) {
      trace(event, active, 'targetHoldsMeeting');
      continue;
    }
    const { options } = active.compiled.rule;
    const drafts = options.skipWhenBusy
      ? candidate.drafts.filter(({ span }) => !busy.some((part) => contains(part, span)))
      : candidate.drafts;
    if (drafts.length === 0) {
      trace(event, active, 'targetBusy');
      continue;
    }
    claims.add(candidate, active);
    if (options.merge) addTo(toMerge, active, drafts);
    else desired.push(...drafts.map(single));
  }
  const kept = rules.flatMap((active): readonly KeptMerge[] => {
    const stay = keptMerges(scope, target, active, region, stopped.get(active) ?? []);
    const drafts = uncovered(toMerge.get(active) ?? [], stay);
    for (const { event } of toMerge.get(active) ?? [])
      if (!drafts.some((draft) => draft.event === event)) trace(event, active, 'keptMerge');
    desired.push(...mergeDrafts(drafts, active.compiled.rule.options.mergeGap));
    return stay;
  });
  return {
    desired: desired.filter(({ span }) => overlaps(span, scope.window) && meets(region, span)),
    kept: kept.map(({ record }) => record),
  };
}

function addTo(
  lists: Map<ActiveRule, Draft[]>,
  active: ActiveRule,
  drafts: readonly Draft[],
): void {
  const list = lists.get(active);
  if (list === undefined) lists.set(active, [...drafts]);
  else list.push(...drafts);
}

interface Found {
  readonly active: ActiveRule;
  readonly candidate: Candidate;
}

/**
 * Candidates in the order in which they may claim their meeting. In a region, the other copies of each meeting are
 * fetched too, even where they end before the region begins: a meeting is decided as a whole.
 */
function gather(
  scope: PlanScope,
  rules: readonly ActiveRule[],
  target: CalendarId,
  region: Region,
): Found[] {
  const reach = Math.max(0, ...rules.map(reachOf));
  const first = widen(region, reach);
  const found = collect(scope, rules, target, first);
  if (first === null) return found;
  const starts = found
    .filter(({ candidate }) => candidate.event.meeting !== null)
    .map(({ candidate }) => interval(instant(candidate.start), instant(candidate.start + 1)));
  const second = grow(first, starts);
  return second === first ? found : collect(scope, rules, target, second);
}

function collect(
  scope: PlanScope,
  rules: readonly ActiveRule[],
  target: CalendarId,
  region: Region,
): Found[] {
  const found: Found[] = [];
  for (const active of rules) {
    for (const source of active.sources) {
      if (source === target) continue;
      for (const candidate of scope.candidates(active, source, region))
        found.push({ active, candidate });
    }
  }
  return found;
}

/** How far from its event a block of this rule may lie, ms. */
function reachOf({ compiled: { rule } }: ActiveRule): number {
  const { bufferBefore, bufferAfter, roundTo, merge, mergeGap, allDay } = rule.options;
  return (
    (Math.max(bufferBefore, bufferAfter) + roundTo + (merge ? mergeGap : 0)) * MINUTE +
    (allDay === 'workingHours' ? DAY : 0) +
    (merge ? HOUR : 0)
  );
}

function ownEvents(
  scope: PlanScope,
  target: CalendarId,
  region: Region,
  found: readonly Found[],
): readonly CalendarEvent[] {
  if (region === null) return scope.events(target, null);
  const spans = found.flatMap(({ candidate }) => candidate.drafts.map(({ span }) => span));
  const starts = found.map(({ candidate }) =>
    interval(instant(candidate.start), instant(candidate.start + 1)),
  );
  return scope.events(target, union([...region, ...spans, ...starts]));
}

function isHeld(event: CalendarEvent): boolean {
  return (
    event.meeting !== null &&
    !event.foreignBlock &&
    !event.cancelled &&
    event.response !== 'declined'
  );
}

function busySpans(own: readonly CalendarEvent[], zone: string): Interval[] {
  const busy = own.filter(
    ({ foreignBlock, cancelled, response, showAs }) =>
      !foreignBlock &&
      !cancelled &&
      response !== 'declined' &&
      showAs !== 'free' &&
      showAs !== 'unknown',
  );
  return union(busy.map(({ time }) => spanOf(time, zone)));
}
