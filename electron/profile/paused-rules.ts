import type { RuleId } from '../../shared/model/ids.ts';
import { frozenRules, sayFrozen } from '../../shared/rules/frozen-rules.ts';
import type { Profile } from './profile.ts';

/** The enabled rules that may not act until the user changes them, each with the reason in words. */
export function pausedRules(profile: Profile): ReadonlyMap<RuleId, string> {
  const { accounts } = profile.settings.read();
  const frozen = frozenRules(profile.rulesInForce(), accounts, profile.store.calendars());
  const pinned = new Set(profile.policy.current().mandatory.PinnedRules?.map(({ id }) => id));
  return new Map([...frozen].map(([rule, why]) => [rule, sayFrozen(why, pinned.has(rule))]));
}
