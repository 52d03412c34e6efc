import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId, RuleId } from '../model/ids.ts';
import { overlaps } from '../time/interval.ts';
import { spanOf } from '../time/all-day.ts';
import type { Candidate } from './candidates.ts';
import type { PlanScope } from './plan-scope.ts';

/** One rule from one calendar to another, for look-ups inside this process. */
export function pairKey(rule: RuleId, source: CalendarId, target: CalendarId): string {
  return `${rule}|${source}|${target}`;
}

/** Whether policy stops a rule from one calendar to another. */
export function isStopped(
  { stopped }: Pick<PlanScope, 'stopped'>,
  rule: RuleId,
  source: CalendarId,
  target: CalendarId,
): boolean {
  return stopped.size > 0 && stopped.has(pairKey(rule, source, target));
}

/**
 * Whether a stopped pair's block for a candidate stands on the target and stays, so that the meeting is blocked there
 * already: no other rule casts a second one beside it (SPEC P4, P27).
 */
export function blockStays(
  scope: PlanScope,
  target: CalendarId,
  { event, drafts }: Candidate,
): boolean {
  if (scope.removeStopped) return false;
  return drafts.some(({ active, occurrence, span }) => {
    const { id, options } = active.compiled.rule;
    const slot = {
      rule: id,
      target,
      sourceCalendar: event.calendar,
      sourceEvent: event.id,
      occurrence,
    };
    const own = scope.view.blockBySlot(slot) ?? unlinked(scope, target, slot);
    if (own !== null) return stands(own);
    // A merged block bears the slot of one of its members only.
    return (
      options.merge &&
      scope.view
        .blocks(target, [span])
        .some(
          (record) =>
            record.slot?.rule === id &&
            stands(record) &&
            overlaps(spanOf(record.content.time, scope.zone), span),
        )
    );
  });
}

/** On a new device a block is known by its marker only. */
function unlinked(
  scope: PlanScope,
  target: CalendarId,
  slot: NonNullable<BlockRecord['slot']>,
): BlockRecord | null {
  const rows = scope.view.unlinkedBlocks(target);
  const source = scope.calendars.get(slot.sourceCalendar);
  if (rows.length === 0 || source === undefined) return null;
  const key = scope.keyOf(slot, source.account);
  return rows.find((record) => record.key === key) ?? null;
}

/** It is on its target, or may be. */
export function stands({ state }: BlockRecord): boolean {
  return state === 'live' || state === 'creating' || state === 'deleting';
}
