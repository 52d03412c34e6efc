import { registrationSteps } from '../../shared/accounts/registration-steps.ts';
import { UserError } from '../../shared/errors/errors.ts';
import {
  account as accountSchema,
  type Account,
  type MicrosoftCloud,
  type OauthCredential,
  type ProviderKind,
} from '../../shared/model/account.ts';
import type { SignIn, SignInResult } from '../ports/sign-in.ts';
import { connect, requireNew } from '../profile/account-book.ts';
import { requireAllowed, requireProvider } from '../profile/policy-guard.ts';
import { reachableOf } from './account-views.ts';
import type { RunningApp } from './running-app.ts';

const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
};

/** Signs a person in through the browser and connects the account. */
export async function addAccount(
  app: RunningApp,
  wanted: {
    readonly provider: ProviderKind;
    readonly label: string;
    readonly cloud: MicrosoftCloud;
    readonly readOnly: boolean;
  },
): Promise<void> {
  const { provider, label, cloud } = wanted;
  const { profile } = app;
  const { accounts } = profile.settings.read();
  if (accounts.some(({ credential }) => credential.kind === 'sample'))
    throw new UserError('sample.running');
  requireLabel(label);
  requireProvider(app.profile, provider, label);
  // Before the browser opens, so that nobody signs in for nothing.
  if (accounts.some((one) => one.label === label))
    throw new UserError('account.duplicate', { label });
  if (profile.settings.read().leaving.some((one) => one.label === label))
    throw new UserError('account.leaving', { label });
  const signIn = signInOf(app, provider);
  const access = wanted.readOnly ? 'readOnly' : 'readWrite';
  const account = accountFrom(await signIn.signIn({ provider, label, cloud, access }, app.signal));
  const connected = { ...account, label };
  // Somebody who is known keeps the tokens that were just given; anybody else's go if nothing comes of it.
  requireNew(profile, connected);
  try {
    await connect(profile, connected, app.signal);
  } catch (error) {
    await signIn.forget(connected, app.signal);
    throw error;
  }
  app.nudge();
  app.changed('accounts', 'app', 'events', 'activity');
}

/** Gives an account a fresh sign-in. */
export async function signInAgain(app: RunningApp, id: string): Promise<void> {
  const known = reachableOf(app, id);
  const { credential, label, provider } = known;
  // One that is to go may be signed in to whatever policy says: its blocks can't be removed otherwise.
  if (!app.profile.settings.read().leaving.some((one) => one.id === known.id))
    requireAllowed(app.profile, known);
  if (credential.kind === 'environment')
    throw new UserError('account.fixed-token', { label, variable: credential.variable });
  if (credential.kind === 'oauth') {
    const access = wantedAgain(app, known, credential);
    const fresh = accountFrom(await signInOf(app, provider).signInAgain(known, access, app.signal));
    const { settings } = app.profile;
    const renewed = (one: Account): Account =>
      one.id === known.id ? { ...one, credential: fresh.credential } : one;
    const { accounts, leaving } = settings.read();
    settings.moveAccounts(accounts.map(renewed), leaving.map(renewed));
  }
  app.loop.standings.begin(known.id);
  app.syncNow();
  app.changed('accounts', 'app');
}

/**
 * What to ask for: what was given before. Only who signs in again although everything works, with an account that can but be
 * read, wants to allow writing.
 */
function wantedAgain(
  { loop }: RunningApp,
  { id }: Account,
  { access }: OauthCredential,
): OauthCredential['access'] {
  return loop.standings.of(id).state === 'readOnly' ? 'readWrite' : access;
}

/** The sign-in of this build. Throws `sign-in.not-configured` where it has none. */
function signInOf({ options }: RunningApp, provider: ProviderKind): SignIn {
  if (options.signIn === null)
    throw new UserError(
      'sign-in.not-configured',
      { provider: providerNames[provider] },
      registrationSteps[provider],
    );
  return options.signIn;
}

function accountFrom(result: SignInResult): Account {
  if (result.kind === 'refused') throw result.problem;
  return result.account;
}

/** Throws `account.invalid` for a label that a rule could not name. */
export function requireLabel(label: string): void {
  const parsed = accountSchema.shape.label.safeParse(label);
  if (parsed.success) return;
  throw new UserError('account.invalid', {
    reason: parsed.error.issues[0]?.message ?? 'its label',
  });
}
