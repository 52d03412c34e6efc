import { account as accountSchema, type Account } from '../../../shared/model/account.ts';
import { accountIdOf } from '../../../shared/model/ids.ts';
import { UserError } from '../../../shared/errors/errors.ts';
import { connect, forget } from '../../profile/account-book.ts';
import { listCalendars } from '../../sync/list-calendars.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { problemsOf } from '../../profile/failure-words.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

export interface AddOptions {
  readonly provider: string;
  readonly baseUrl: string;
  readonly accessTokenEnv: string;
  readonly email: string;
  readonly label: string;
}

/** Connects an account that uses a fixed bearer token. It is added only if its calendars can be listed. */
export function addAccount(session: Session, options: AddOptions): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const account = parseAccount(options);
    await connect(profile, account, session.signal);
    const calendars = calendarsOf(profile, account);
    answer(
      session,
      { ok: true, account: accountView(account), calendars },
      () =>
        `Added "${account.label}" with ${calendars.length} calendars:\n${calendars.map(({ id }) => `  ${id}`).join('\n')}`,
    );
    return exitCodes.ok;
  });
}

function parseAccount({ provider, baseUrl, accessTokenEnv, email, label }: AddOptions): Account {
  const parsed = accountSchema.safeParse({
    id: accountIdOf(provider, email),
    provider,
    label,
    email,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    credential: { kind: 'environment', variable: accessTokenEnv },
  });
  if (parsed.success && /^[^\s@]+@[^\s@]+$/.test(email)) return parsed.data;
  if (parsed.success)
    throw new UserError('account.invalid', { reason: `email: "${email}" is no mail address` });
  const [issue] = parsed.error.issues;
  throw new UserError('account.invalid', {
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}

/** Accounts and their calendars, freshly listed where the provider answers. */
export function showAccounts(
  session: Session,
  { offline }: { readonly offline?: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const accounts = profile.settings.read().accounts;
    const listings =
      offline === true ? [] : await listCalendars(profile.engineDeps, session.signal, true);
    const problems = problemsOf(
      accounts,
      [],
      listings.flatMap(({ account, failure }) =>
        failure === null ? [] : [{ account, calendar: null, failure }],
      ),
    );
    const views = accounts.map((account) => ({
      ...accountView(account),
      problem: problems.find((problem) => problem.account === account.label) ?? null,
      calendars: calendarsOf(profile, account),
    }));
    answer(session, { ok: problems.length === 0, accounts: views }, () => {
      if (views.length === 0)
        return 'No accounts yet. Add one with "umbra accounts add", or try "umbra demo".';
      const rows = views.flatMap(({ provider, calendars }) =>
        calendars.map(({ id, canRead, canWrite, isDefault }) => [
          id,
          provider,
          access(canRead, canWrite),
          isDefault ? 'default' : '',
        ]),
      );
      return [
        table(['Calendar', 'Provider', 'Access', ''], rows),
        ...problems.map(({ message }) => message),
      ].join('\n');
    });
    return problems.length === 0 ? exitCodes.ok : exitCodes.incomplete;
  });
}

/** Removes an account, and first its blocks unless they are to be kept. */
export function removeAccount(
  session: Session,
  label: string,
  { keepBlocks }: { readonly keepBlocks?: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const before = profile.settings.read().accounts;
    const account = before.find((one) => one.label === label);
    if (account === undefined) throw new UserError('account.unknown', { label });
    const { engine } = profile;
    // Its blocks on its own calendars go while it can still be reached; those it cast elsewhere go with the next cycle.
    const purged =
      keepBlocks === true
        ? null
        : await engine.purge({ anyVault: false, only: account.id }, session.signal);
    forget(profile, account);
    const report = keepBlocks === true ? null : await engine.once(session.signal);
    const removed = (purged?.removed ?? 0) + (report?.deleted ?? 0);
    const ok = (purged?.ok ?? true) && (report?.ok ?? true);
    answer(
      session,
      { ok, removed: label, blocksRemoved: removed },
      () => `Removed "${label}" and ${removed} blocks.`,
    );
    return ok ? exitCodes.ok : exitCodes.incomplete;
  });
}

function accountView({ id, label, provider, email }: Account): {
  id: string;
  label: string;
  provider: string;
  email: string;
} {
  return { id, label, provider, email };
}

export interface CalendarView {
  /** `<account label>/<calendar name>`: what rules may use. */
  readonly id: string;
  readonly name: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly isDefault: boolean;
}

function calendarsOf({ store }: Profile, { id }: Account): readonly CalendarView[] {
  return store
    .calendars()
    .filter(({ account }) => account === id)
    .map(({ ref, name, canRead, canWrite, isDefault }) => ({
      id: ref,
      name,
      canRead,
      canWrite,
      isDefault,
    }));
}

function access(canRead: boolean, canWrite: boolean): string {
  if (canWrite) return 'read and write';
  return canRead ? 'read only' : 'unavailable';
}
