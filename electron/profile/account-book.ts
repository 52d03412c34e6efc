/** How accounts come into a profile and leave it, from the command as from the window. */
import { UserError } from '../../shared/errors/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import type { AuditAction } from '../ports/store.ts';
import { listAccount } from '../sync/list-calendars.ts';
import { problemWords } from './failure-words.ts';
import { requireAllowed } from './policy-guard.ts';
import type { Profile } from './profile.ts';

/** Throws `account.duplicate` or `account.known` where a new account can't be told from an old one. */
export function requireNew(profile: Profile, account: Pick<Account, 'id' | 'label'>): void {
  const { accounts, leaving } = profile.settings.read();
  const going = leaving.find(({ id, label }) => id === account.id || label === account.label);
  if (going !== undefined) throw new UserError('account.leaving', { label: going.label });
  if (accounts.some(({ label }) => label === account.label))
    throw new UserError('account.duplicate', { label: account.label });
  const known = accounts.find(({ id }) => id === account.id);
  if (known !== undefined) throw new UserError('account.known', { label: known.label });
}

/** Connects an account if its calendars can be listed; otherwise nothing is left of it, and `account.not-added` is thrown. */
export async function connect(
  profile: Profile,
  account: Account,
  signal: AbortSignal,
): Promise<void> {
  requireNew(profile, account);
  requireAllowed(profile, account);
  const before = profile.settings.read().accounts;
  profile.settings.saveAccounts([...before, account]);
  const { failure } = await listAccount(profile.engineDeps, account, signal);
  if (failure !== null) {
    drop(profile, account);
    const { sentence, action } = problemWords(account, failure);
    throw new UserError('account.not-added', { reason: sentence.replace(/\.$/, '') }, [action]);
  }
  try {
    // Now its own calendar says whose it is.
    requireAllowed(profile, account);
  } catch (error) {
    drop(profile, account);
    throw error;
  }
  auditAccount(profile, account, 'account-added');
}

/** Forgets an account; its calendars, mirror and cursors go with it. No cycle may run meanwhile. */
export function forget(profile: Profile, account: Account): void {
  drop(profile, account);
  auditAccount(profile, account, 'account-removed');
}

/** Settings first: rows that a crash leaves behind are swept up at the next start, an account without rows is whole. */
function drop({ store, settings, providers }: Profile, { id }: Account): void {
  const { accounts, leaving } = settings.read();
  const others = (one: Account): boolean => one.id !== id;
  settings.moveAccounts(accounts.filter(others), leaving.filter(others));
  store.removeAccount(id);
  providers.forget(id);
}

export function auditAccount(
  { store, engineDeps }: Profile,
  { id }: Account,
  action: AuditAction,
): void {
  store.appendAudit({
    at: engineDeps.clock.now(),
    action,
    by: 'person',
    rule: null,
    target: null,
    key: null,
    outcome: id,
  });
}
