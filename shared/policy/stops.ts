import type { AccountId, CalendarId, RuleId } from '../model/ids.ts';
import type { Account } from '../model/account.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Rule } from '../model/rule.ts';
import { judgeAccount, type PolicyReason } from './judge-account.ts';
import { judgePair, judgeRule } from './judge-pair.ts';
import { partyOf, type Party } from './party.ts';
import type { PolicyValues } from './policies.ts';

/** A rule with the calendars that its selectors mean. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly sources: readonly CalendarId[];
  readonly targets: readonly CalendarId[];
}

/** One pair of calendars for which policy stops a rule: no block is written for it, and none is removed. */
export interface Stop {
  readonly rule: RuleId;
  readonly source: CalendarId;
  readonly target: CalendarId;
  readonly reason: PolicyReason;
}

/** The accounts that policy stops, each with the reason. */
export function stoppedAccounts(
  values: PolicyValues,
  accounts: readonly Account[],
  calendars: readonly Calendar[],
): ReadonlyMap<AccountId, PolicyReason> {
  return new Map(
    accounts.flatMap((account) => {
      const reason = judgeAccount(values, account, partyOf(account, calendars));
      return reason === null ? [] : [[account.id, reason] as const];
    }),
  );
}

/** Every pair of calendars that policy stops. A violation stops; nothing is bent until it fits. */
export function stopsOf(
  values: PolicyValues,
  rules: readonly PlacedRule[],
  accounts: readonly Account[],
  calendars: readonly Calendar[],
): readonly Stop[] {
  const parties = partiesOf(accounts, calendars);
  return rules.flatMap(({ rule, sources, targets }) => {
    const whole = judgeRule(values, rule);
    return sources.flatMap((source) =>
      targets.flatMap((target) => {
        if (source === target) return [];
        const [from, to] = [parties.get(source) ?? nobody, parties.get(target) ?? nobody];
        const reason = whole ?? judgePair(values, rule, from, to);
        return reason === null ? [] : [{ rule: rule.id, source, target, reason }];
      }),
    );
  });
}

/** A calendar whose account is not known: no permission but one for everybody covers it. */
const nobody: Party = { domains: ['?'], tenant: null };

function partiesOf(
  accounts: readonly Account[],
  calendars: readonly Calendar[],
): ReadonlyMap<CalendarId, Party> {
  const byAccount = new Map(accounts.map((one) => [one.id, partyOf(one, calendars)]));
  return new Map(calendars.map(({ id, account }) => [id, byAccount.get(account) ?? nobody]));
}
