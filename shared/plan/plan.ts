import type { BlockRecord } from '../model/block-record.ts';
import type { Slot } from '../model/block.ts';
import type { BlockKey, CalendarId, EventId } from '../model/ids.ts';
import { spanOf } from '../time/all-day.ts';
import type { Interval } from '../time/interval.ts';
import { causeToRemove } from './cause-to-remove.ts';
import { compose, type Composed } from './compose.ts';
import { stepAway, stepToward } from './difference.ts';
import { withoutGuests } from './guests.ts';
import { slotOf } from './merge.ts';
import { keyOfOperation, type Operation } from './operation.ts';
import { isReady, planScope, type PlanInput, type PlanScope } from './plan-scope.ts';
import { elsewhere, reachOfMerges, reachOfSplits } from './reach.ts';
import { grow, meets, type Region } from './regions.ts';
import { SlotIndex } from './slot-index.ts';

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
  return withoutGuests(scope, operations);
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
    if (step !== null && isReady(scope, wanted.draft.sourceCalendar)) operations.push(step);
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

function sortOperations(operations: readonly Operation[]): readonly Operation[] {
  const keyed = operations.map((operation) => ({
    operation,
    key: `${keyOfOperation(operation)}${operation.kind}`,
  }));
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ operation }) => operation);
}
