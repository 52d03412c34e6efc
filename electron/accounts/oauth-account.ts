import type { Account, OauthCredential } from '../../shared/model/account.ts';

/** A connected account whose person signed in through the browser. */
export type OauthAccount = Pick<Account, 'provider' | 'email'> & {
  readonly credential: OauthCredential;
};
