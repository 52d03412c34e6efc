/**
 * Merged blocks in which a pair that policy stops has a part: they stay as they are, and what they cover is blocked by
 * them (SPEC P27). The ledger knows one member of each only; the others are told by where they lie.
 */
import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId } from '../model/ids.ts';
import { spanOf } from '../time/all-day.ts';
import { contains, overlaps, type Interval } from '../time/interval.ts';
import type { ActiveRule } from './active-rule.ts';
import type { Draft } from './candidates.ts';
import type { PlanScope } from './plan-scope.ts';
import { meets, type Region } from './regions.ts';
import { isStopped, stands } from './stopped.ts';

export interface KeptMerge {
  readonly record: BlockRecord;
  readonly span: Interval;
}

/** `stopped` are the drafts that the rule would merge if policy let it. */
export function keptMerges(
  scope: PlanScope,
  target: CalendarId,
  active: ActiveRule,
  region: Region,
  stopped: readonly Draft[],
): readonly KeptMerge[] {
  const { rule } = active.compiled;
  const some = active.sources.some((source) => isStopped(scope, rule.id, source, target));
  if (!rule.options.merge || !some || scope.removeStopped) return [];
  return scope.view
    .blocks(target, region)
    .map((record) => ({ record, span: spanOf(record.content.time, scope.zone) }))
    .filter(({ record: { slot, content }, span }) => {
      if (slot?.rule !== rule.id || content.time.kind !== 'timed') return false;
      return (
        meets(region, span) &&
        (isStopped(scope, rule.id, slot.sourceCalendar, target) ||
          stopped.some((draft) => overlaps(draft.span, span)))
      );
    })
    .filter(({ record }) => stands(record));
}

/** Those of the drafts that no kept block covers. */
export function uncovered(drafts: readonly Draft[], kept: readonly KeptMerge[]): readonly Draft[] {
  return drafts.filter(
    ({ span, content }) =>
      content.time.kind !== 'timed' || !kept.some((block) => contains(block.span, span)),
  );
}
