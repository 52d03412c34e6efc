import { describe, expect, it } from 'vitest';
import { readGoogleError } from '../../../../../electron/accounts/google/read-google-error.ts';

describe('an error of Google’s', () => {
  it.each([
    ['invalid_grant', { kind: 'needsSignIn', code: 'invalid_grant' }],
    ['deleted_client', { kind: 'needsSignIn', code: 'deleted_client' }],
    ['admin_policy_enforced', { kind: 'needsAdmin', code: 'admin_policy_enforced' }],
    ['org_internal', { kind: 'needsAdmin', code: 'org_internal' }],
    ['access_denied', { kind: 'declined' }],
    ['server_error', { kind: 'unreachable', maybeApplied: false, code: 'server_error' }],
    ['redirect_uri_mismatch', { kind: 'malformed', code: 'redirect_uri_mismatch' }],
    ['ada@acme.example is not allowed', { kind: 'malformed', code: 'sign-in' }],
  ])('"%s" is understood', (error, meaning) => {
    expect(readGoogleError(error)).toEqual(meaning);
  });
});
