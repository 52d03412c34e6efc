import type { CalendarEvent } from '../../../../shared/model/event.ts';
import { rule, type Rule } from '../../../../shared/model/rule.ts';
import { compileRule, type CompiledRule } from '../../../../shared/rules/compile.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

export const berlin = 'Europe/Berlin';

/** A rule from everywhere to everywhere, with what a test is about. */
export function ruleOf(more: Partial<RuleInput> = {}): Rule {
  return rule.parse({ id: 'rule', sources: ['*'], targets: ['*'], ...more });
}

export function compiledOf(more: Partial<RuleInput> = {}): CompiledRule {
  return compileRule(ruleOf(more));
}

/** Whether conditions hold for an event, asked by a user in `zone`. */
export function holds(
  conditions: RuleInput['conditions'],
  event: CalendarEvent,
  zone = berlin,
): boolean {
  return compiledOf({ conditions }).matches(event, zone);
}
