/** Says what an OAuth error of Google's means, by its code only: descriptions quote addresses (security.md S8). */
import type { SignInFailure } from '../sign-in-outcome.ts';

/** Google, "Using OAuth 2.0 for Mobile and Desktop Applications", authorization errors; providers.md 5.29. */
const adminCodes: ReadonlySet<string> = new Set([
  'admin_policy_enforced',
  'org_internal',
  'access_not_configured',
  'policy_enforced',
]);
const codes: ReadonlySet<string> = new Set([
  ...adminCodes,
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'deleted_client',
  'disabled_client',
  'invalid_request',
  'invalid_scope',
  'redirect_uri_mismatch',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
]);
/** A grant that has ended, for whichever of its reasons (providers.md 5.27), or a client that has. */
const signInCodes: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'deleted_client',
  'disabled_client',
]);

export type GoogleRefusal =
  | Exclude<SignInFailure, { kind: 'needsAdmin' }>
  | { readonly kind: 'needsAdmin'; readonly code: string };

export function readGoogleError(error: string): GoogleRefusal {
  const code = codes.has(error) ? error : 'sign-in';
  if (adminCodes.has(error)) return { kind: 'needsAdmin', code };
  if (error === 'access_denied') return { kind: 'declined' };
  if (signInCodes.has(error)) return { kind: 'needsSignIn', code };
  if (error === 'server_error' || error === 'temporarily_unavailable')
    return { kind: 'unreachable', maybeApplied: false, code };
  return { kind: 'malformed', code };
}
