import { UserError } from '../../shared/errors/errors.ts';
import type { SignInFailure } from './sign-in-outcome.ts';

/** A failed sign-in for the user's eyes; its further lines are the letter to an administrator, or steps to register. */
export function signInError(failure: SignInFailure, label: string): UserError {
  switch (failure.kind) {
    case 'needsAdmin':
      return new UserError(
        'sign-in.needs-admin',
        { label, code: failure.code, link: failure.request.link },
        failure.request.text.trimEnd().split('\n'),
      );
    case 'notConfigured':
      return new UserError('sign-in.not-configured', { provider: failure.provider }, failure.steps);
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
