import type { Account } from '../../shared/model/account.ts';
import type { OauthAccount } from '../accounts/oauth-account.ts';
import type { TokenSource } from '../ports/token-source.ts';
import { environmentTokens } from './env-tokens.ts';

export interface TokenOrigins {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The token of a person of the simulated clouds. */
  readonly sample: (email: string) => string;
  /** Who signed in through the browser; null where there is no keychain to keep such tokens, as in the command. */
  readonly oauth: ((account: OauthAccount) => TokenSource) | null;
}

/** Where an account's tokens come from, by its kind of credential. */
export function accountTokens(
  { email, provider, credential }: Account,
  { environment, sample, oauth }: TokenOrigins,
): TokenSource {
  switch (credential.kind) {
    case 'environment':
      return environmentTokens(credential.variable, environment);
    case 'sample':
      return { token: () => Promise.resolve({ kind: 'token', token: sample(email) }) };
    case 'oauth':
      return (
        oauth?.({ email, provider, credential }) ?? {
          token: () => Promise.resolve({ kind: 'needsSignIn', code: 'signed-in-in-the-app' }),
        }
      );
  }
}
