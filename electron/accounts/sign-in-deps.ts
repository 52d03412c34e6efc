import type { OauthCredential } from '../../shared/model/account.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { Random } from '../ports/random.ts';
import type { SignedIn } from './sign-in-outcome.ts';

export interface SignInDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  /** Opens the person's own browser. Rejects where there is none. */
  readonly openBrowser: (url: string) => Promise<void>;
}

export interface SignInWish {
  readonly access: OauthCredential['access'];
  /** Whom the provider should offer; an address. Null lets the person choose. */
  readonly loginHint: string | null;
}

/** What a provider gave: to be written down first, and only then told to anybody. */
export interface Obtained {
  readonly kind: 'obtained';
  readonly signedIn: SignedIn;
  readonly secret: string;
}
