import type { Rule } from '../model/rule.ts';
import type { PolicyValues } from './policies.ts';

/** The rules in force: the organisation's before the person's own. An id that the organisation uses is its. */
export function rulesInForce(values: PolicyValues, own: readonly Rule[]): readonly Rule[] {
  const pinned = values.PinnedRules ?? [];
  return [...pinned, ...own.filter(({ id }) => !pinned.some((rule) => rule.id === id))];
}

/**
 * What of a changed list of rules is the person's own. `touched`: ids of the organisation under which something else was
 * written; a pinned rule that is missing from the list is still in force, and nothing is lost by it.
 */
export function ownRules(
  values: PolicyValues,
  rules: readonly Rule[],
): { readonly own: readonly Rule[]; readonly touched: readonly string[] } {
  const pinned = new Map((values.PinnedRules ?? []).map((rule) => [rule.id, JSON.stringify(rule)]));
  return {
    own: rules.filter(({ id }) => !pinned.has(id)),
    touched: rules
      .filter((rule) => pinned.has(rule.id) && pinned.get(rule.id) !== JSON.stringify(rule))
      .map(({ id }) => id),
  };
}
