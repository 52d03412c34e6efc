import type { CalendarId } from '../model/ids.ts';
import { maskLevels } from '../model/mask-level.ts';
import type { CompiledRule } from '../rules/compile.ts';

/** A valid, enabled rule together with the calendars that its selectors mean today. */
export interface ActiveRule {
  readonly compiled: CompiledRule;
  /** Its place in the user's list, from 0. */
  readonly order: number;
  readonly sources: readonly CalendarId[];
  readonly targets: readonly CalendarId[];
}

/**
 * The order in which rules may claim a meeting on a target, where several want to: the one that shows most comes
 * first, since the user wrote it for exactly that pair; among equals the list's order decides (SPEC P4).
 */
export function byPrecedence(a: ActiveRule, b: ActiveRule): number {
  return level(b) - level(a) || a.order - b.order;
}

function level(active: ActiveRule): number {
  return maskLevels.indexOf(active.compiled.rule.mask.level);
}
