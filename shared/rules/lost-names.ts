import type { Account } from '../model/account.ts';
import type { Calendar } from '../model/calendar.ts';
import type { RuleId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';

/**
 * The enabled rules that name a calendar which its account does not have, each with the first such name: after the list
 * of names was lost, one that was renamed can't be told from one that is gone. Such a rule may not act: what it excluded
 * under the old name would show (security.md F11). Says nothing of an account none of whose calendars is known yet.
 */
export function lostNames(
  rules: readonly Rule[],
  accounts: readonly Pick<Account, 'id' | 'label'>[],
  calendars: readonly Pick<Calendar, 'account' | 'ref'>[],
): ReadonlyMap<RuleId, string> {
  const refs = new Set(calendars.map(({ ref }) => ref));
  const known = new Set(calendars.map(({ account }) => account));
  const labels = accounts.filter(({ id }) => known.has(id)).map(({ label }) => `${label}/`);
  const isLost = (selector: string): boolean =>
    !selector.endsWith('/*') &&
    !refs.has(selector) &&
    labels.some((label) => selector.startsWith(label));
  return new Map(
    rules.flatMap(({ id, enabled, sources, targets, exclude }) => {
      const lost = [...sources, ...targets, ...exclude].find(isLost);
      return enabled && lost !== undefined ? [[id, lost] as const] : [];
    }),
  );
}

/** What a person is told of such a rule; one that the organisation set is not theirs to mend. */
export function sayLostName(name: string, byOrganisation = false): string {
  return byOrganisation
    ? `It names the calendar “${name}”, which is not in its account. Your organisation set this rule; ask your administrator.`
    : `It names the calendar “${name}”, which is not in its account any more: it was renamed or removed there. Choose it anew or take it out of the rule.`;
}
