import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId } from '../model/ids.ts';
import { spanOf } from '../time/all-day.ts';
import type { Interval } from '../time/interval.ts';
import { rulesFor } from './compose.ts';
import type { Desired } from './merge.ts';
import type { PlanScope } from './plan-scope.ts';
import type { Region } from './regions.ts';

/** Spans of clusters and of blocks of merging rules: what was merged with a change must be merged anew with it. */
export function reachOfMerges(
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
export function reachOfSplits(scope: PlanScope, target: CalendarId, region: Region): Interval[] {
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
export function elsewhere(scope: PlanScope, orphans: readonly BlockRecord[]): Interval[] {
  return orphans.flatMap(({ slot }) => {
    const event = slot === null ? null : scope.view.event(slot.sourceCalendar, slot.sourceEvent);
    return event === null ? [] : [spanOf(event.time, scope.zone)];
  });
}
