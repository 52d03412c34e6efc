import { HOUR, type Instant } from '../../../shared/time/instant.ts';
import type { Failure } from '../../ports/outcome.ts';
import { retryAfterMs } from '../transport/retry-after.ts';
import type { TransportResponse } from '../transport/types.ts';
import { errorReason } from './error-reason.ts';

/** Calendar API, "Handle API errors": with these a 403 means "slow down", as 429 does. */
const slowDown: ReadonlySet<string> = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
  'RESOURCE_EXHAUSTED',
]);
/** "Calendar usage limits exceeded", and the project's daily quota: they last for hours. */
const usedUp: ReadonlySet<string> = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const USED_UP_PAUSE_MS = HOUR;
/** An administrator's switch, or an API that is off for the project. */
const adminOnly: ReadonlySet<string> = new Set([
  'accessNotConfigured',
  'access_not_configured',
  'admin_policy_enforced',
  'domainPolicy',
  'SERVICE_DISABLED',
]);
/** What Google's sign-in answers when a consent has ended. */
const signInOnly: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_token',
  'unauthorized_client',
]);
/** Statuses whose meaning only the caller knows. */
const forTheCaller: ReadonlySet<number> = new Set([304, 400, 404, 409, 410, 412]);

/**
 * Reads an answer's status. Google keeps its rate limits behind 403 as well as 429, and its permanent refusals too:
 * the reason in the body decides. Codes are Google's own reasons, never its messages, which may quote addresses.
 */
export function classifyResponse(response: TransportResponse, now: Instant): Failure | null {
  const { status, headers } = response;
  if (status < 300) return null;
  const reason = errorReason(response);
  if (adminOnly.has(reason)) return { kind: 'needsAdmin', code: reason };
  if (signInOnly.has(reason)) return { kind: 'needsSignIn', code: reason };
  if (forTheCaller.has(status)) return null;
  const wait = retryAfterMs(headers['retry-after'], now);
  if (status === 401) return { kind: 'needsSignIn', code: 'google-401' };
  if (status === 403 || status === 429) {
    if (usedUp.has(reason)) return { kind: 'throttled', retryAfterMs: wait ?? USED_UP_PAUSE_MS };
    if (status === 429 || slowDown.has(reason)) return { kind: 'throttled', retryAfterMs: wait };
    return { kind: 'forbidden', code: reason === '' ? 'google-403' : reason };
  }
  if (status >= 500 && wait !== null) return { kind: 'throttled', retryAfterMs: wait };
  if (status >= 500 || status === 408)
    return { kind: 'unreachable', maybeApplied: true, code: `google-${status}` };
  return { kind: 'malformed', code: `google-${status}` };
}
