/** What a policy forbids people to do, asked at every door through which they could do it. */
import { UserError } from '../../shared/errors/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { forbiddenProviders, judgeAccount, nameReason } from '../../shared/policy/judge-account.ts';
import { partyOf } from '../../shared/policy/party.ts';
import { ownRules, pinnedTo } from '../../shared/policy/pinned-rules.ts';
import { settingLock, type DecidableSettings } from '../../shared/policy/settings-under-policy.ts';
import { namedAccounts } from '../../shared/policy/named-accounts.ts';
import { requireUnderstood } from '../sync/require-understood.ts';
import type { Profile } from './profile.ts';

type Guarded = Pick<Profile, 'policy' | 'store'>;

/** Throws where an account may not be used. Before its calendars are listed, its address alone speaks for it. */
export function requireAllowed({ policy, store }: Guarded, account: Account): void {
  requireUnderstood(policy.current());
  const { mandatory } = policy.current();
  const reason = judgeAccount(mandatory, account, partyOf(account, store.calendars()));
  if (reason !== null)
    throw new UserError('policy.account', {
      label: account.label,
      reason: `your organisation ${nameReason(reason)}`,
    });
}

/** Throws where no account of a provider may be used, before anybody signs in for nothing. */
export function requireProvider(
  { policy }: Pick<Profile, 'policy'>,
  provider: Account['provider'],
  label: string,
): void {
  requireUnderstood(policy.current());
  if (forbiddenProviders(policy.current().mandatory).includes(provider))
    throw new UserError('policy.account', {
      label,
      reason: 'your organisation does not allow accounts of this kind (AllowedProviders)',
    });
}

/** Throws where data may not leave the program as a file. */
export function requireExport({ policy }: Pick<Profile, 'policy'>): void {
  requireUnderstood(policy.current());
  if (policy.current().mandatory.DisableExport === true)
    throw new UserError('policy.export', { policy: 'DisableExport' });
}

/** Throws where a change of settings is not the person's to make. */
export function requireFreeSettings(
  { policy }: Pick<Profile, 'policy'>,
  wish: Partial<DecidableSettings>,
): void {
  const lock = settingLock(policy.current(), wish);
  if (lock !== null) throw new UserError('policy.setting', { policy: lock });
}

/** The person's own among rules that are to come into force. Throws where a rule of the organisation was changed. */
export function requireOwn(
  { policy, settings, store }: Pick<Profile, 'policy' | 'settings' | 'store'>,
  rules: readonly Rule[],
): readonly Rule[] {
  const accounts = namedAccounts(settings.read().accounts, store.calendars());
  const { own, touched } = ownRules(policy.current().mandatory, rules, accounts);
  const [first] = touched;
  if (first !== undefined) throw new UserError('policy.rule-pinned', { rule: first }, touched);
  return own;
}

/** Throws where the organisation's rules name an account by its label: under another one they would lose it. */
export function requireOwnLabel({ policy }: Pick<Profile, 'policy'>, label: string): void {
  const rule = pinnedTo(policy.current().mandatory, label);
  if (rule !== null) throw new UserError('policy.label', { label, rule: rule.id });
}
