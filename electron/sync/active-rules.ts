import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarId, RuleId } from '../../shared/model/ids.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import { compileRule } from '../../shared/rules/compile.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';

/** The enabled, allowed rules with the calendars their selectors mean today. */
export function activeRules(
  rules: readonly Rule[],
  frozen: ReadonlySet<RuleId>,
  calendars: readonly Calendar[],
): readonly ActiveRule[] {
  return rules.flatMap((rule, order) => {
    if (!rule.enabled || frozen.has(rule.id)) return [];
    const { sources, targets } = resolveSelectors(rule, calendars);
    return [{ compiled: compileRule(rule), order, sources, targets }];
  });
}

/** Calendars that a cycle has to read: those that rules name, and those that hold, or may hold, blocks of ours. */
export function calendarsToRead(
  rules: readonly ActiveRule[],
  ours: ReadonlySet<CalendarId>,
  all: readonly Calendar[],
  mirrorAll: boolean,
): readonly Calendar[] {
  const wanted = new Set<CalendarId>(ours);
  for (const { sources, targets } of rules)
    for (const id of [...sources, ...targets]) wanted.add(id);
  return all.filter((calendar) => calendar.canRead && (mirrorAll || wanted.has(calendar.id)));
}
