import { account as accountSchema, type Account } from '../../../shared/model/account.ts';
import { accountIdOf } from '../../../shared/model/ids.ts';
import { UserError } from '../../../shared/errors/errors.ts';
import { connect } from '../../profile/account-book.ts';
import { depart, forgetNow, leave, stay } from '../../profile/departures.ts';
import { waitingLines } from '../waiting-lines.ts';
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
    const leaving = profile.settings.read().leaving.map(accountView);
    answer(session, { ok: problems.length === 0, accounts: views, leaving }, () => {
      if (views.length + leaving.length === 0)
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
        ...leaving.map(({ label }) => `"${label}" is being removed: the next sync tries again.`),
      ].join('\n');
    });
    return problems.length === 0 ? exitCodes.ok : exitCodes.incomplete;
  });
}

/** Removes an account, and first its blocks unless they are to be kept. Where they can't go now, it is on its way out. */
export function removeAccount(
  session: Session,
  label: string,
  { keepBlocks }: { readonly keepBlocks?: boolean },
): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const account = named(profile.settings.reachable(), label);
    const { signal } = session;
    if (keepBlocks === true) {
      await forgetNow(profile, account, signal);
      answer(session, removalView(label, 0, true), () => `Removed "${label}".`);
      return exitCodes.ok;
    }
    await leave(profile, account, signal);
    const departure = await depart(profile, account, signal);
    // What it cast elsewhere.
    const report = await profile.engine.once(signal);
    const removed = departure.removed + report.deleted;
    answer(session, removalView(label, removed, departure.done && report.ok), () =>
      departure.done
        ? `Removed "${label}" and ${removed} blocks.`
        : [`Removed ${removed} blocks.`, ...waitingLines(departure)].join('\n'),
    );
    return departure.done && report.ok ? exitCodes.ok : exitCodes.incomplete;
  });
}

/** Takes back the removal of an account that is on its way out. */
export function keepAccount(session: Session, label: string): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    stay(profile, named(profile.settings.read().leaving, label));
    answer(
      session,
      { ok: true, kept: label },
      () => `"${label}" stays. The next sync puts its blocks in place again.`,
    );
    return Promise.resolve(exitCodes.ok);
  });
}

function removalView(label: string, blocksRemoved: number, ok: boolean): object {
  return { ok, removed: label, blocksRemoved, waiting: !ok };
}

function named(accounts: readonly Account[], label: string): Account {
  const account = accounts.find((one) => one.label === label);
  if (account === undefined) throw new UserError('account.unknown', { label });
  return account;
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
