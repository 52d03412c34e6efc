import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import {
  readEntraError,
  readMsalError,
} from '../../../../../electron/accounts/microsoft/read-msal-error.ts';

describe('an error of Entra’s', () => {
  it.each([
    ['access_denied', 'AADSTS90094: needs admin', { kind: 'needsAdmin', code: 'AADSTS90094' }],
    ['access_denied', 'AADSTS90095: workflow', { kind: 'needsAdmin', code: 'AADSTS90095' }],
    ['invalid_grant', 'AADSTS50105: not assigned', { kind: 'needsAdmin', code: 'AADSTS50105' }],
    ['access_denied', 'AADSTS53003: policy', { kind: 'needsAdmin', code: 'AADSTS53003' }],
    ['invalid_grant', 'AADSTS65001: consent', { kind: 'needsSignIn', code: 'AADSTS65001' }],
    ['invalid_grant', 'AADSTS700082: expired', { kind: 'needsSignIn', code: 'AADSTS700082' }],
    ['interaction_required', 'AADSTS50076: MFA', { kind: 'needsSignIn', code: 'AADSTS50076' }],
    ['access_denied', 'AADSTS65004: declined', { kind: 'declined' }],
    ['access_denied', '', { kind: 'declined' }],
    ['server_error', '', { kind: 'unreachable', maybeApplied: false, code: 'server_error' }],
    ['invalid_request', 'AADSTS9002325: PKCE', { kind: 'malformed', code: 'AADSTS9002325' }],
    ['ada@acme.example', 'for ada@acme.example', { kind: 'malformed', code: 'sign-in' }],
  ])('"%s", %s, is understood', (error, description, meaning) => {
    expect(readEntraError(error, description)).toEqual(meaning);
  });

  it('comes through MSAL as well, and anything else is no bug of ours', () => {
    expect(readMsalError(new InteractionRequiredAuthError('no_tokens_found', ''))).toEqual({
      kind: 'needsSignIn',
      code: 'no_tokens_found',
    });
    expect(readMsalError(new AuthError('nonce_mismatch', ''))).toMatchObject({ kind: 'untrusted' });
    expect(readMsalError(new TypeError('ada@acme.example'))).toEqual({
      kind: 'malformed',
      code: 'msal',
    });
  });
});
