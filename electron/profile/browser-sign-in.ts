import { UserError } from '../../shared/errors/errors.ts';
import type { Account, ProviderKind } from '../../shared/model/account.ts';
import { accountIdOf } from '../../shared/model/ids.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { OauthAccount } from '../accounts/oauth-account.ts';
import type { SignedIn, SignInFailure, SignInOutcome } from '../accounts/sign-in-outcome.ts';
import type { SignIn, SignInResult } from '../ports/sign-in.ts';

const providerNames: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
};

/** Sign-in through the browser as the running program knows it: accounts for the settings, failures in words. */
export function browserSignIn(accounts: Accounts): SignIn {
  return {
    signIn: async (provider, label, signal) => {
      const wish = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
      return resultOf(await accounts.signIn(wish, signal), label, provider);
    },
    signInAgain: async (account, signal) => {
      const own = oauth(account);
      if (own === null) throw new Error('Only who signed in can sign in again');
      const outcome = await accounts.signInAgain(own, 'readWrite', signal);
      return resultOf(outcome, account.label, account.provider);
    },
    tokens: (account) => {
      const own = oauth(account);
      return own === null ? null : accounts.tokens(own);
    },
    forget: async (account, signal) => {
      const own = oauth(account);
      if (own !== null) await accounts.signOut(own, signal);
    },
  };
}

function oauth({ provider, email, credential }: Account): OauthAccount | null {
  return credential.kind === 'oauth' ? { provider, email, credential } : null;
}

function resultOf(outcome: SignInOutcome, label: string, provider: ProviderKind): SignInResult {
  return outcome.kind === 'signedIn'
    ? { kind: 'signedIn', account: accountFrom(outcome, label) }
    : { kind: 'refused', problem: problemOf(outcome, label, providerNames[provider]) };
}

function accountFrom({ provider, email, baseUrl, credential }: SignedIn, label: string): Account {
  return { id: accountIdOf(provider, email), provider, label, email, baseUrl, credential };
}

/** Every way in which a sign-in fails, as the error table words it. */
function problemOf(failure: SignInFailure, label: string, provider: string): UserError {
  switch (failure.kind) {
    case 'needsAdmin': {
      const { text, link } = failure.request;
      return new UserError('sign-in.needs-admin', { label, code: failure.code }, [text, link]);
    }
    case 'declined':
      return new UserError('sign-in.declined', { label });
    case 'aborted':
      return new UserError('sign-in.cancelled', { label });
    case 'timedOut':
      return new UserError('sign-in.timed-out', { label });
    case 'noBrowser':
      return new UserError('sign-in.no-browser', { label });
    case 'otherAccount':
      return new UserError('sign-in.other-account', { label });
    case 'notGranted':
      return new UserError('sign-in.not-granted', { label, missing: failure.missing.join(', ') });
    case 'untrusted':
      return new UserError('sign-in.untrusted', { label, code: failure.code });
    case 'notKept':
      return new UserError('sign-in.not-kept', { label, code: failure.code });
    case 'notConfigured':
      return new UserError('sign-in.not-configured', { provider }, failure.steps);
    case 'needsSignIn':
      return new UserError('sign-in.refused', { label, code: failure.code });
    case 'throttled':
      return new UserError('account.throttled', { label, until: '' });
    case 'unreachable':
      return new UserError('account.unreachable', { label, code: failure.code });
    case 'malformed':
      return new UserError('account.malformed', { label, code: failure.code });
  }
}
