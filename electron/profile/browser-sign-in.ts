import type { Account } from '../../shared/model/account.ts';
import { accountIdOf } from '../../shared/model/ids.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { OauthAccount } from '../accounts/oauth-account.ts';
import { signInError } from '../accounts/sign-in-error.ts';
import type { SignedIn, SignInOutcome } from '../accounts/sign-in-outcome.ts';
import type { Secrets } from '../accounts/vault/secrets.ts';
import type { SignIn, SignInResult } from '../ports/sign-in.ts';

/** Sign-in through the browser as the running program knows it: accounts for the settings, failures in words. */
export function browserSignIn(
  accounts: Accounts,
  secrets: Pick<Secrets, 'keeping' | 'reconsider'>,
): SignIn {
  return {
    signIn: async ({ provider, label, cloud, access }, signal) => {
      const wish = { provider, cloud, access, loginHint: null };
      return resultOf(await accounts.signIn(wish, signal), label);
    },
    signInAgain: async (account, access, signal) => {
      const own = oauth(account);
      if (own === null) throw new Error('Only who signed in can sign in again');
      const outcome = await accounts.signInAgain(own, access, signal);
      return resultOf(outcome, account.label);
    },
    tokens: (account) => accounts.tokens(account),
    forget: async (account, signal) => {
      const own = oauth(account);
      if (own === null) return null;
      const { atProvider, consentPage } = await accounts.signOut(own, signal);
      return { atProvider, consentPage };
    },
    sweep: (known) => accounts.sweep(known.map(oauth).filter((one) => one !== null)),
    settle: (signal) => accounts.settleRevocations(signal),
    adminRequest: (account) => {
      const own = oauth(account);
      return own === null ? null : accounts.adminRequest(own);
    },
    keeping: () => secrets.keeping,
    reconsider: () => secrets.reconsider().then(() => undefined),
  };
}

function oauth({ provider, email, credential }: Account): OauthAccount | null {
  return credential.kind === 'oauth' ? { provider, email, credential } : null;
}

function resultOf(outcome: SignInOutcome, label: string): SignInResult {
  return outcome.kind === 'signedIn'
    ? { kind: 'signedIn', account: accountFrom(outcome, label) }
    : { kind: 'refused', problem: signInError(outcome, label) };
}

function accountFrom({ provider, email, baseUrl, credential }: SignedIn, label: string): Account {
  return { id: accountIdOf(provider, email), provider, label, email, baseUrl, credential };
}
