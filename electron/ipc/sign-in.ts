import { UserError } from '../../shared/errors/errors.ts';
import {
  account as accountSchema,
  type Account,
  type ProviderKind,
} from '../../shared/model/account.ts';
import type { SignInOutcome, SignInRequest } from '../ports/sign-in.ts';
import { connect } from '../profile/account-book.ts';
import { accountOf } from './account-views.ts';
import type { RunningApp } from './running-app.ts';

const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
};

/** How to get a client id where this build has no sign-in at all. */
const steps: readonly string[] = [
  'Register an application with the provider: a public (desktop) client with the redirect address http://localhost.',
  'Allow it to read and write the calendars of the user who signs in.',
  'Enter its client id in the settings, or have it set by the managed policy.',
];

/** Signs a person in through the browser and connects the account. */
export async function addAccount(
  app: RunningApp,
  { provider, label }: { readonly provider: ProviderKind; readonly label: string },
): Promise<void> {
  const { profile } = app;
  const { accounts } = profile.settings.read();
  if (accounts.some(({ credential }) => credential.kind === 'sample'))
    throw new UserError('sample.running');
  requireLabel(label);
  // Before the browser opens, so that nobody signs in for nothing.
  if (accounts.some((one) => one.label === label))
    throw new UserError('account.duplicate', { label });
  const account = await signedIn(app, { provider, label, loginHint: null });
  await connect(profile, { ...account, label }, app.signal);
  app.nudge();
  app.changed('accounts', 'app', 'events', 'activity');
}

/** Gives an account a fresh sign-in. */
export async function signInAgain(app: RunningApp, id: string): Promise<void> {
  const known = accountOf(app, id);
  const { credential, label, provider, email } = known;
  if (credential.kind === 'environment')
    throw new UserError('account.fixed-token', { label, variable: credential.variable });
  if (credential.kind !== 'sample') {
    const fresh = await signedIn(app, { provider, label, loginHint: email });
    if (fresh.id !== known.id) throw new UserError('account.other-person', { label });
    const { settings } = app.profile;
    settings.saveAccounts(
      settings
        .read()
        .accounts.map((one) => (one.id === known.id ? { ...fresh, label: one.label } : one)),
    );
  }
  app.standings.begin(known.id);
  app.syncNow();
  app.changed('accounts', 'app');
}

async function signedIn(app: RunningApp, request: SignInRequest): Promise<Account> {
  const { signIn } = app.options;
  const provider = providerNames[request.provider];
  if (signIn === null) throw new UserError('account.no-client-id', { provider }, steps);
  const outcome = await signIn.signIn(request, app.signal);
  if (outcome.kind === 'signedIn') return outcome.account;
  throw problemOf(outcome, request.label, provider);
}

function problemOf(
  outcome: Exclude<SignInOutcome, { kind: 'signedIn' }>,
  label: string,
  provider: string,
): UserError {
  switch (outcome.kind) {
    case 'noClientId':
      return new UserError('account.no-client-id', { provider }, outcome.steps);
    case 'cancelled':
      return new UserError('account.sign-in-cancelled');
    case 'otherPerson':
      return new UserError('account.other-person', { label });
    case 'needsAdmin':
      return new UserError('account.needs-admin', { label, code: outcome.code });
    case 'failed':
      return new UserError('account.sign-in-failed', { provider, code: outcome.code });
  }
}

/** Throws `account.invalid` for a label that a rule could not name. */
export function requireLabel(label: string): void {
  const parsed = accountSchema.shape.label.safeParse(label);
  if (parsed.success) return;
  throw new UserError('account.invalid', {
    reason: parsed.error.issues[0]?.message ?? 'its label',
  });
}
