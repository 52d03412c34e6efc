import type { Rule } from '../model/rule.ts';
import { forThisPerson, withExclusions, type NamedAccount } from '../rules/domain-selectors.ts';
import type { PolicyValues } from './policies.ts';

type Names = readonly NamedAccount[];

/** The rules in force: the organisation's before the person's own. An id that the organisation uses is its. */
export function rulesInForce(
  values: PolicyValues,
  own: readonly Rule[],
  accounts: Names,
): readonly Rule[] {
  const pinned = pinnedRules(values, accounts);
  const free = own.filter(({ id }) => !pinned.some((rule) => rule.id === id));
  return [...pinned, ...withExclusions(free, accounts)];
}

/**
 * The organisation's rules as they mean this person's accounts. One that means nothing for the person stays as it was
 * written: it names no calendar of theirs and does nothing, but is seen to stand.
 */
function pinnedRules(values: PolicyValues, accounts: Names): readonly Rule[] {
  return (values.PinnedRules ?? []).map((rule) => forThisPerson([rule], accounts).rules[0] ?? rule);
}

/** The organisation's rule that names an account by this label; it would lose the account by another one. */
export function pinnedTo({ PinnedRules = [] }: PolicyValues, label: string): Rule | null {
  const names = (selector: string): boolean => selector.startsWith(`${label}/`);
  return (
    PinnedRules.find(({ sources, targets, exclude, mask }) =>
      [...sources, ...targets, ...exclude, ...Object.keys(mask.labels ?? {})].some(names),
    ) ?? null
  );
}

/**
 * What of a changed list of rules is the person's own. `touched`: ids of the organisation under which something else was
 * written; a pinned rule that is missing from the list is still in force, and nothing is lost by it.
 */
export function ownRules(
  values: PolicyValues,
  rules: readonly Rule[],
  accounts: Names,
): { readonly own: readonly Rule[]; readonly touched: readonly string[] } {
  const pinned = new Map(
    pinnedRules(values, accounts).map((rule) => [rule.id, JSON.stringify(rule)]),
  );
  return {
    own: rules.filter(({ id }) => !pinned.has(id)),
    touched: rules
      .filter((rule) => pinned.has(rule.id) && pinned.get(rule.id) !== JSON.stringify(rule))
      .map(({ id }) => id),
  };
}
