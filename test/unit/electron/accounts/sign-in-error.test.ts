import { describe, expect, it } from 'vitest';
import { signInError } from '../../../../electron/accounts/sign-in-error.ts';
import type { SignInFailure } from '../../../../electron/accounts/sign-in-outcome.ts';
import { errorText } from '../../../../shared/errors/errors.ts';

const failures: readonly SignInFailure[] = [
  {
    kind: 'needsAdmin',
    code: 'AADSTS90094',
    request: { text: 'Hello,\nplease\n', link: 'https://x' },
  },
  { kind: 'notConfigured', provider: 'google', steps: ['First', 'Second'] },
  { kind: 'declined' },
  { kind: 'aborted' },
  { kind: 'timedOut' },
  { kind: 'noBrowser' },
  { kind: 'otherAccount' },
  { kind: 'notGranted', missing: ['calendar.events'] },
  { kind: 'untrusted', code: 'nonce' },
  { kind: 'notKept', code: 'ENOSPC' },
  { kind: 'needsSignIn', code: 'invalid_grant' },
  { kind: 'throttled', retryAfterMs: 1 },
  { kind: 'unreachable', maybeApplied: false, code: 'ENOTFOUND' },
  { kind: 'malformed', code: 'not-json' },
];

describe('a failed sign-in', () => {
  it.each(failures)('$kind is told in whole sentences', (failure) => {
    const { code, parameters } = signInError(failure, 'Acme');
    for (const text of Object.values(errorText(code, parameters))) {
      expect(text).toMatch(/^["A-Z].*\.$/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  it('carries the letter to the administrator and the steps to register', () => {
    const letters = failures.map((failure) => signInError(failure, 'Acme').details);
    expect(letters[0]).toEqual(['Hello,', 'please']);
    expect(letters[1]).toEqual(['First', 'Second']);
  });
});
