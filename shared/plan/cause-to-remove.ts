import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId } from '../model/ids.ts';
import { spanOf } from '../time/all-day.ts';
import { DAY } from '../time/instant.ts';
import { overlaps } from '../time/interval.ts';
import type { ActiveRule } from './active-rule.ts';
import { isHandedOver } from './guests.ts';
import type { DeleteCause } from './operation.ts';
import { isReady, type PlanScope } from './plan-scope.ts';
import { pairKey, stands } from './stopped.ts';

/** Why a block that nothing asks for may be removed; null where it has to stay. */
export function causeToRemove(
  scope: PlanScope,
  target: CalendarId,
  record: BlockRecord,
): DeleteCause | null {
  const { slot } = record;
  const span = spanOf(record.content.time, scope.zone);
  if (slot === null) {
    const homes = scope.view.blocksWithKey(record.key).filter(stands);
    if (homes.some((home) => isHandedOver(scope, home, target))) return 'ruleGone';
    // Nobody knows yet whose block this is: only when every source has spoken is it nobody's.
    const speaking = scope.rules.every(({ sources }) =>
      sources.every((source) => isReady(scope, source)),
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
  if (!asked) {
    const silent = scope.readiness.get(slot.sourceCalendar) === 'unavailable';
    return silent && active !== undefined && !isSpokenFor(scope, slot.sourceCalendar, active)
      ? null
      : 'ruleGone';
  }
  if (scope.stopped.has(pairKey(slot.rule, slot.sourceCalendar, target)))
    return scope.removeStopped ? 'againstPolicy' : null;
  if (span.end <= scope.window.start) {
    const days = daysOfHistory(scope, active);
    return days !== null && scope.now - span.end > days * DAY ? 'expired' : null;
  }
  // Beyond the horizon nobody has looked: sliding or shrinking the window is never a reason to delete.
  if (!overlaps(span, scope.window)) return null;
  return isReady(scope, slot.sourceCalendar) ? 'sourceGone' : null;
}

/** Whether another listing of a source, which its rule means by now, casts blocks of the same events. */
function isSpokenFor(scope: PlanScope, source: CalendarId, { sources }: ActiveRule): boolean {
  const standIn = scope.standIns.get(source);
  return standIn !== undefined && sources.includes(standIn.id) && isReady(scope, standIn.id);
}

/** How long a block stays once it lies behind the window; null for ever. */
function daysOfHistory({ longestHistory }: PlanScope, { compiled }: ActiveRule): number | null {
  const { retentionDays } = compiled.rule.options;
  if (longestHistory === null || retentionDays === null) return retentionDays ?? longestHistory;
  return Math.min(retentionDays, longestHistory);
}
