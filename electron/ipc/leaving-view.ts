import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Failure } from '../ports/outcome.ts';
import { isStuck, type Departure } from '../profile/departure.ts';
import { leftSentence } from '../profile/left-words.ts';

/** An account on its way out: nothing of its calendars is known any more, but why it is still here is told. */
export function leavingView(
  { id, label, email, provider, credential }: Account,
  departure: Departure | null,
): AccountView {
  return {
    ...{ id, label, email, provider, state: 'removing', stopped: false, calendars: [] },
    sample: credential.kind === 'sample',
    sentence: `Nothing of it is read or written any more. ${whyStill(departure)}`,
    mend: mendOf(departure?.failure ?? null),
    inTrouble: isStuck(departure),
  };
}

function whyStill(departure: Departure | null): string {
  const [left] = departure?.left ?? [];
  switch (departure?.failure?.kind) {
    case undefined:
      return left === undefined ? 'Its blocks are being removed.' : leftSentence(left);
    case 'needsSignIn':
      return 'Its sign-in has ended: sign in again, so that its blocks can be removed.';
    case 'needsAdmin':
      return 'Its organisation does not let this program in, so its blocks can’t be removed.';
    case 'throttled':
      return 'Its provider asks for a pause; its blocks are removed after it.';
    default:
      return 'Its provider gives no usable answer now; its blocks are removed as soon as it does.';
  }
}

function mendOf(failure: Failure | null): AccountView['mend'] {
  switch (failure?.kind) {
    case undefined:
    case 'throttled':
      return null;
    case 'needsSignIn':
      return { verb: 'signIn', words: 'Sign in again' };
    case 'needsAdmin':
      return { verb: 'askAdmin', words: 'Ask the administrator' };
    default:
      return { verb: 'retry', words: 'Try again' };
  }
}
