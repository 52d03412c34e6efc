import type { Account } from '../model/account.ts';
import type { Calendar } from '../model/calendar.ts';
import type { NamedAccount } from '../rules/domain-selectors.ts';
import { partyOf } from './party.ts';

/** Accounts as rules for many people know them: another address in the settings file takes them out of no such rule. */
export function namedAccounts(
  accounts: readonly Account[],
  calendars: readonly Calendar[],
): readonly NamedAccount[] {
  return accounts.map((account) => ({
    label: account.label,
    domains: partyOf(account, calendars).domains,
  }));
}
