import type { RuleId } from '../../shared/model/ids.ts';
import { lostNames, sayLostName } from '../../shared/rules/lost-names.ts';
import type { Profile } from './profile.ts';

/** The enabled rules that may not act until the user changes them, each with the reason in words. */
export function pausedRules(profile: Profile): ReadonlyMap<RuleId, string> {
  const { accounts } = profile.settings.read();
  const lost = lostNames(profile.rulesInForce(), accounts, profile.store.calendars());
  const pinned = new Set(profile.policy.current().mandatory.PinnedRules?.map(({ id }) => id));
  return new Map([...lost].map(([rule, name]) => [rule, sayLostName(name, pinned.has(rule))]));
}
