import type { AccountEvent } from '../../shared/accounts/account-state.ts';
import type { OauthCredential } from '../../shared/model/account.ts';
import type { Failure } from '../ports/outcome.ts';

/**
 * What an outcome of the provider says about the account as a whole; null where it says nothing about it (one calendar
 * refused or gone, a cancelled cycle).
 */
export function accountEventOf(
  outcome: { readonly kind: 'ok' } | Failure,
  access: OauthCredential['access'],
): AccountEvent | null {
  switch (outcome.kind) {
    case 'ok':
      return access === 'readWrite' ? 'answered' : 'answeredReadOnly';
    case 'throttled':
      return 'throttled';
    case 'needsSignIn':
      return 'signInRefused';
    case 'needsAdmin':
      return 'adminRefused';
    case 'unreachable':
    case 'malformed':
      return 'unreachable';
    case 'gone':
    case 'forbidden':
    case 'aborted':
      return null;
  }
}
