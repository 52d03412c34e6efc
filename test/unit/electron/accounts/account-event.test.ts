import { describe, expect, it } from 'vitest';
import { accountEventOf } from '../../../../electron/accounts/account-event.ts';

describe('what an outcome says about its account', () => {
  it.each([
    [{ kind: 'ok' }, 'answered'],
    [{ kind: 'throttled', retryAfterMs: null }, 'throttled'],
    [{ kind: 'needsSignIn', code: 'x' }, 'signInRefused'],
    [{ kind: 'needsAdmin', code: 'x' }, 'adminRefused'],
    [{ kind: 'unreachable', maybeApplied: true, code: 'x' }, 'unreachable'],
    [{ kind: 'malformed', code: 'x' }, 'unreachable'],
    [{ kind: 'gone' }, null],
    [{ kind: 'forbidden', code: 'x' }, null],
    [{ kind: 'aborted' }, null],
  ] as const)('%o: %s', (outcome, event) => {
    expect(accountEventOf(outcome, 'readWrite')).toBe(event);
  });

  it('that can only be read is that it can be read', () => {
    expect(accountEventOf({ kind: 'ok' }, 'readOnly')).toBe('answeredReadOnly');
  });
});
