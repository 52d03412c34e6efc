/** Says what one of MSAL's errors means, by codes only: its messages quote addresses and tenants (security.md S8). */
import { AuthError, ClientAuthErrorCodes, InteractionRequiredAuthError } from '@azure/msal-node';
import type { SignInFailure } from '../sign-in-outcome.ts';
import { NotKeptError } from './msal-cache.ts';
import { NetworkFailure } from './msal-network.ts';

/**
 * Entra's codes that only an administrator can mend (providers.md 4.2): consent by an administrator, assignment to the
 * app, Conditional Access on device and place, a disabled app. Not 65001: a sign-in shows whether consent is the
 * person's to give.
 */
const adminCodes: ReadonlySet<string> = new Set([
  '90094',
  '90095',
  '50105',
  '53000',
  '53001',
  '53003',
  '7000112',
]);
const declinedCodes: ReadonlySet<string> = new Set(['65004']);
const untrusted: ReadonlySet<string> = new Set([
  ClientAuthErrorCodes.nonceMismatch,
  ClientAuthErrorCodes.stateMismatch,
]);
const signInCodes: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
  'invalid_client',
  'unauthorized_client',
]);

export type MicrosoftRefusal =
  | Exclude<SignInFailure, { kind: 'needsAdmin' }>
  | { readonly kind: 'needsAdmin'; readonly code: string };

export function readMsalError(error: unknown): MicrosoftRefusal {
  if (error instanceof NetworkFailure) return error.failure;
  if (error instanceof NotKeptError) return { kind: 'notKept', code: error.code };
  if (!(error instanceof AuthError)) return { kind: 'malformed', code: 'msal' };
  if (untrusted.has(error.errorCode)) return { kind: 'untrusted', code: error.errorCode };
  const interactive = error instanceof InteractionRequiredAuthError;
  const read = readEntraError(error.errorCode, error.errorMessage);
  return interactive && read.kind === 'malformed' ? { kind: 'needsSignIn', code: read.code } : read;
}

/** Reads an error as Entra gives it, at the token endpoint or through the browser. */
export function readEntraError(error: string, description: string): MicrosoftRefusal {
  const [, number] = /AADSTS(\d{4,8})/.exec(description) ?? [];
  const code = number === undefined ? plain(error) : `AADSTS${number}`;
  if (number !== undefined && adminCodes.has(number)) return { kind: 'needsAdmin', code };
  if (number !== undefined && declinedCodes.has(number)) return { kind: 'declined' };
  if (error === 'access_denied') return { kind: 'declined' };
  if (signInCodes.has(error)) return { kind: 'needsSignIn', code };
  if (error === 'temporarily_unavailable' || error === 'server_error')
    return { kind: 'unreachable', maybeApplied: false, code };
  return { kind: 'malformed', code };
}

function plain(error: string): string {
  return /^[a-z_]{1,40}$/.test(error) ? error : 'sign-in';
}
