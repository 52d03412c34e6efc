import type { Account } from '../model/account.ts';
import type { Calendar } from '../model/calendar.ts';
import type { RuleId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';
import { lostNames, sayLostName } from './lost-names.ts';
import { meaningProblems, type RuleProblem } from './rule-set.ts';

/** Why a rule may not act: it names a calendar that is lost, or it is invalid, as only an edit by hand or a half restored file can make it. */
export type WhyFrozen = { readonly lost: string } | { readonly invalid: RuleProblem };

/** The enabled rules that write nothing and remove nothing until they are mended (plan/SPEC P17). */
export function frozenRules(
  rules: readonly Rule[],
  accounts: readonly Pick<Account, 'id' | 'label'>[],
  calendars: readonly Pick<Calendar, 'account' | 'ref'>[],
): ReadonlyMap<RuleId, WhyFrozen> {
  const lost = lostNames(rules, accounts, calendars);
  return new Map(
    rules.flatMap((rule, index): [RuleId, WhyFrozen][] => {
      const [invalid] = rule.enabled ? meaningProblems(rule, rules.slice(0, index)) : [];
      if (invalid !== undefined) return [[rule.id, { invalid }]];
      const name = lost.get(rule.id);
      return name === undefined ? [] : [[rule.id, { lost: name }]];
    }),
  );
}

/** What a person is told of such a rule; one that the organisation set is not theirs to mend. */
export function sayFrozen(why: WhyFrozen, byOrganisation: boolean): string {
  if ('lost' in why) return sayLostName(why.lost, byOrganisation);
  const { path, reason } = why.invalid;
  const remedy = byOrganisation
    ? 'Your organisation set this rule; ask your administrator.'
    : 'Correct it, or remove the rule.';
  return `It is not valid (${path}: ${reason}). ${remedy}`;
}
