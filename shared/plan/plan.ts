import type { BlockRecord } from '../model/block-record.ts';
import type { Slot } from '../model/block.ts';
import type { BlockKey, CalendarId, EventId } from '../model/ids.ts';
import { spanOf } from '../time/all-day.ts';
import { DAY } from '../time/instant.ts';
import { overlaps, type Interval } from '../time/interval.ts';
import type { ActiveRule } from './active-rule.ts';
import { compose, rulesFor, type Composed } from './compose.ts';
import { stepAway, stepToward } from './difference.ts';
import { withoutGuests } from './guests.ts';
import { slotOf, type Desired } from './merge.ts';
import { keyOfOperation, type DeleteCause, type Operation } from './operation.ts';
import { planScope, type PlanInput, type PlanScope } from './plan-scope.ts';
import { grow, meets, type Region } from './regions.ts';
import { SlotIndex } from './slot-index.ts';
import { pairKey } from './stopped.ts';

/** What changed since everything was last in its place: the input of an incremental plan. */
export interface Changes {
  /** Spans to look at again, per target. */
  readonly regions: ReadonlyMap<CalendarId, readonly Interval[]>;
  /** Source events whose blocks are to be looked at again, wherever they lie. */
  readonly events: readonly { readonly calendar: CalendarId; readonly id: EventId }[];
}

/**
 * The pure difference between the blocks that the rules ask for and those that exist.
 * `changes` null plans everything; otherwise only what the changes can have touched, with the same result
 * (SPEC P1: full and incremental agree whenever everything else is in its place).
 */
export function plan(input: PlanInput, changes: Changes | null): readonly Operation[] {
  const scope = planScope(input);
  const changed = changes === null ? null : recordsOfEvents(scope, changes);
  const operations: Operation[] = [];
  for (const target of targetsOf(input, changes)) {
    if (input.readiness.get(target) !== 'ready') continue;
    // Removals too would only be refused, cycle after cycle; once it can be written again, they are planned.
    if (input.calendars.get(target)?.canWrite !== true) continue;
    const region = changes === null ? null : (changes.regions.get(target) ?? []);
    operations.push(...planTarget(scope, target, region, changed?.get(target) ?? []));
  }
  return withoutGuests(scope.view, operations);
}

function targetsOf(input: PlanInput, changes: Changes | null): readonly CalendarId[] {
  const known = changes === null ? input.readiness.keys() : changes.regions.keys();
  return [...known].sort();
}

/** The blocks of the changed events, per target: asked for once, since an event's blocks lie on many targets. */
function recordsOfEvents(
  { view }: PlanScope,
  { events }: Changes,
): ReadonlyMap<CalendarId, readonly BlockRecord[]> {
  const records = events.flatMap(({ calendar, id }) => view.blocksOfSource(calendar, id));
  return Map.groupBy(records, ({ target }) => target);
}

/** `given`: where to look at first, null for everywhere; `changed`: blocks to look at wherever they lie. */
function planTarget(
  scope: PlanScope,
  target: CalendarId,
  given: Region,
  changed: readonly BlockRecord[],
): readonly Operation[] {
  let region = given;
  for (;;) {
    const { desired, kept } = compose(scope, target, region);
    const records = recordsIn(scope, target, region, changed);
    const settled = match(scope, target, { desired, kept }, records, region);
    if (region === null) return settled.operations;
    // A region is right only if nothing in it reaches out of it: look wider until that holds.
    const wider = grow(region, [
      ...reachOfMerges(scope, target, desired, records),
      ...reachOfSplits(scope, target, region),
      ...elsewhere(scope, settled.orphans),
    ]);
    if (wider === region) return settled.operations;
    region = wider;
  }
}

function recordsIn(
  scope: PlanScope,
  target: CalendarId,
  region: Region,
  changed: readonly BlockRecord[],
): readonly BlockRecord[] {
  const inRegion = scope.view
    .blocks(target, region)
    .filter(({ content }) => meets(region, spanOf(content.time, scope.zone)));
  if (changed.length === 0) return inRegion;
  return [...new Map([...inRegion, ...changed].map((record) => [record.key, record])).values()];
}

interface Settled {
  readonly operations: readonly Operation[];
  /** Records that no desired block of this region fills. */
  readonly orphans: readonly BlockRecord[];
}

function match(
  scope: PlanScope,
  target: CalendarId,
  { desired, kept }: Composed,
  records: readonly BlockRecord[],
  region: Region,
): Settled {
  const index = new SlotIndex(records);
  const adopt = adopter(scope, target);
  const operations: Operation[] = [];
  const wantedKeys = new Set(kept.map(({ key }) => key));
  for (const wanted of desired) {
    let record = index.find(wanted.draft);
    if (record === null) {
      const slot = slotOf(wanted, target);
      // A full plan has seen every record; in a region, the block may still lie where it was written last.
      if (region !== null) record = scope.view.blockBySlot(slot);
      if (record === null) {
        record = adopt(slot);
        if (record !== null) operations.push({ kind: 'link', target, record, slot });
      }
    }
    if (record !== null) wantedKeys.add(record.key);
    const step = stepToward(wanted, target, record, (slot) => keyFor(scope, slot), scope.now);
    if (step !== null && ready(scope, wanted.draft.sourceCalendar)) operations.push(step);
  }
  const orphans = records.filter((record) => !wantedKeys.has(record.key));
  for (const record of orphans) {
    const cause = causeToRemove(scope, target, record);
    const step = cause === null ? null : stepAway(record, cause);
    if (step !== null) operations.push(step);
  }
  return { operations: sortOperations(operations), orphans };
}

function keyFor(scope: PlanScope, slot: Slot): BlockKey {
  const source = scope.calendars.get(slot.sourceCalendar);
  if (source === undefined) throw new Error('A slot names a calendar that the plan does not know');
  return scope.keyOf(slot, source.account);
}

/** Finds, among the blocks known only by their marker, the one whose key fits a slot (a new device's first plan). */
function adopter(scope: PlanScope, target: CalendarId): (slot: Slot) => BlockRecord | null {
  const unlinked = scope.view.unlinkedBlocks(target);
  if (unlinked.length === 0) return () => null;
  const byKey = new Map(unlinked.map((record) => [record.key, record]));
  return (slot) => byKey.get(keyFor(scope, slot)) ?? null;
}

/** Why a block that nothing asks for may be removed; null where it has to stay. */
function causeToRemove(
  scope: PlanScope,
  target: CalendarId,
  record: BlockRecord,
): DeleteCause | null {
  const { slot } = record;
  const span = spanOf(record.content.time, scope.zone);
  if (slot === null) {
    // Nobody knows yet whose block this is: only when every source has spoken is it nobody's.
    const speaking = scope.rules.every(({ sources }) =>
      sources.every((source) => ready(scope, source)),
    );
    const allAct = scope.frozenRules.size === 0 && scope.stopped.size === 0;
    return speaking && allAct && scope.unlisted.size === 0 && overlaps(span, scope.window)
      ? 'sourceGone'
      : null;
  }
  if (scope.frozenRules.has(slot.rule)) return null;
  const active = scope.rules.find(({ compiled }) => compiled.rule.id === slot.rule);
  const asked =
    active?.targets.includes(target) === true && active.sources.includes(slot.sourceCalendar);
  // The user took the rule, the pair or the account away: every block of it goes, history included.
  if (!asked)
    return scope.readiness.get(slot.sourceCalendar) === 'unavailable' && active !== undefined
      ? null
      : 'ruleGone';
  if (scope.stopped.has(pairKey(slot.rule, slot.sourceCalendar, target)))
    return scope.removeStopped ? 'againstPolicy' : null;
  if (span.end <= scope.window.start) {
    const days = daysOfHistory(scope, active);
    return days !== null && scope.now - span.end > days * DAY ? 'expired' : null;
  }
  // Beyond the horizon nobody has looked: sliding or shrinking the window is never a reason to delete.
  if (!overlaps(span, scope.window)) return null;
  return ready(scope, slot.sourceCalendar) ? 'sourceGone' : null;
}

/** How long a block stays once it lies behind the window; null for ever. */
function daysOfHistory({ longestHistory }: PlanScope, { compiled }: ActiveRule): number | null {
  const { retentionDays } = compiled.rule.options;
  if (longestHistory === null || retentionDays === null) return retentionDays ?? longestHistory;
  return Math.min(retentionDays, longestHistory);
}

function ready(scope: PlanScope, calendar: CalendarId): boolean {
  return scope.readiness.get(calendar) === 'ready';
}

/** Spans of clusters and of blocks of merging rules: what was merged with a change must be merged anew with it. */
function reachOfMerges(
  scope: PlanScope,
  target: CalendarId,
  desired: readonly Desired[],
  records: readonly BlockRecord[],
): Interval[] {
  const merging = new Set(
    rulesFor(scope.rules, target)
      .filter(({ compiled }) => compiled.rule.options.merge)
      .map(({ compiled }) => compiled.rule.id),
  );
  if (merging.size === 0) return [];
  return [
    ...desired
      .filter(({ draft }) => merging.has(draft.active.compiled.rule.id))
      .map(({ span }) => span),
    ...records
      .filter(({ slot }) => slot !== null && merging.has(slot.rule))
      .map(({ content }) => spanOf(content.time, scope.zone)),
  ];
}

/**
 * Whole spans of events that cast a block for each day: an event wins or loses its meeting as a whole, so that what
 * changes one day's block changes the others.
 */
function reachOfSplits(scope: PlanScope, target: CalendarId, region: Region): Interval[] {
  const splitting = rulesFor(scope.rules, target).filter(
    ({ compiled }) => compiled.rule.options.allDay === 'workingHours',
  );
  return splitting.flatMap((active) =>
    active.sources
      .flatMap((source) => scope.candidates(active, source, region))
      .filter(({ event }) => event.time.kind === 'allDay')
      .map(({ event }) => spanOf(event.time, scope.zone)),
  );
}

/** Where the sources of orphaned blocks are now: a block may be wanted at a time outside the region. */
function elsewhere(scope: PlanScope, orphans: readonly BlockRecord[]): Interval[] {
  return orphans.flatMap(({ slot }) => {
    const event = slot === null ? null : scope.view.event(slot.sourceCalendar, slot.sourceEvent);
    return event === null ? [] : [spanOf(event.time, scope.zone)];
  });
}

function sortOperations(operations: readonly Operation[]): readonly Operation[] {
  const keyed = operations.map((operation) => ({
    operation,
    key: `${keyOfOperation(operation)}${operation.kind}`,
  }));
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ operation }) => operation);
}
