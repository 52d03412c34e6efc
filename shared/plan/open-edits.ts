import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId, RuleId } from '../model/ids.ts';
import type { ActiveRule } from './active-rule.ts';
import type { PlanView } from './plan-view.ts';
import { pairKey } from './stopped.ts';

/** One rule from one calendar to another. */
export interface Pair {
  readonly rule: RuleId;
  readonly source: CalendarId;
  readonly target: CalendarId;
}

/**
 * What the user edited and no plan has carried out yet: removals that come of it were asked for and never wait (SPEC P24),
 * however long a calendar takes to answer.
 */
export interface OpenEdits {
  readonly pairs: readonly Pair[];
  /** Rules that may not act for now. */
  readonly frozen: readonly RuleId[];
}

export const nothingOpen: OpenEdits = { pairs: [], frozen: [] };

/**
 * Whether an open edit asks for a block's removal: its event is still there, and either its rule wants it no longer, or an
 * edited one blocks the event in its place (SPEC P4). Where the event is gone as well, the edit has nothing to do with it, and a
 * brake may hold the removal.
 */
export function asksFor({ pairs }: OpenEdits, view: PlanView): (block: BlockRecord) => boolean {
  const sides = new Set(pairs.map(({ source, target }) => `${source}|${target}`));
  return ({ slot, target }) =>
    slot !== null &&
    sides.has(`${slot.sourceCalendar}|${target}`) &&
    view.event(slot.sourceCalendar, slot.sourceEvent) !== null;
}

/** What is open once these rules were edited as well. What no rule names any more is closed: its removals need no excuse. */
export function openEdits(
  before: OpenEdits,
  edited: ReadonlySet<RuleId>,
  rules: readonly ActiveRule[],
  frozenRules: ReadonlySet<RuleId>,
): OpenEdits {
  const whole = new Set([...edited, ...before.frozen]);
  const open = new Set(
    before.pairs.map(({ rule, source, target }) => pairKey(rule, source, target)),
  );
  if (whole.size === 0 && open.size === 0) return nothingOpen;
  const pairs = rules.flatMap(({ compiled: { rule }, sources, targets }) =>
    sources.flatMap((source) => targets.map((target) => ({ rule: rule.id, source, target }))),
  );
  return {
    pairs: pairs.filter(
      ({ rule, source, target }) => whole.has(rule) || open.has(pairKey(rule, source, target)),
    ),
    frozen: [...whole].filter((rule) => frozenRules.has(rule)),
  };
}
