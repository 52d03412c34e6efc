import type { Account } from '../../shared/model/account.ts';
import type { Failure } from '../ports/outcome.ts';
import type { EndedConsent } from '../ports/sign-in.ts';
import type { LeftBlocks } from '../sync/purge.ts';

/** What came of one try to let an account go. */
export interface Departure {
  readonly account: Account;
  readonly removed: number;
  /** The account is gone, with its blocks and its sign-in. */
  readonly done: boolean;
  /** Why it is not: what its provider said, and what nobody can remove from here. */
  readonly failure: Failure | null;
  readonly left: readonly LeftBlocks[];
  /** What became of the consent; null while it is needed, and where nobody had signed in. */
  readonly ended: EndedConsent | null;
}

/** Whether only a person can bring it on. */
export function isStuck(departure: Departure | null): boolean {
  const kind = departure?.failure?.kind;
  return kind === 'needsSignIn' || kind === 'needsAdmin' || (departure?.left.length ?? 0) > 0;
}
