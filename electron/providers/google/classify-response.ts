import { HOUR, type Instant } from '../../../shared/time/instant.ts';
import type { Failure } from '../../ports/outcome.ts';
import { retryAfterMs } from '../transport/retry-after.ts';
import type { TransportResponse } from '../transport/types.ts';
import { errorReason } from './error-reason.ts';

/** Google Calendar errors guide: these 403 mean "slow down". */
const slowDown = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'RESOURCE_EXHAUSTED',
  'dailyLimitExceeded',
]);
/** An administrator's switch, or an API that is off for the project. */
const adminOnly = new Set([
  'accessNotConfigured',
  'access_not_configured',
  'admin_policy_enforced',
  'domainPolicy',
  'SERVICE_DISABLED',
]);
/** "Calendar usage limits exceeded": an abuse limit that lasts for hours. */
const ABUSE_PAUSE_MS = HOUR;

/** Google keeps its rate limits behind 403 as well as 429, and its permanent refusals too: the reason decides. */
export function classifyResponse(response: TransportResponse, now: Instant): Failure | null {
  const { status, headers } = response;
  if (status < 300 || [304, 400, 404, 409, 410, 412].includes(status)) return null;
  const wait = retryAfterMs(headers['retry-after'], now);
  if (status === 401) return { kind: 'needsSignIn', code: 'google-401' };
  if (status === 429) return { kind: 'throttled', retryAfterMs: wait };
  if (status === 403) return classifyRefusal(errorReason(response), wait);
  if (status >= 500) {
    return wait === null
      ? { kind: 'unreachable', maybeApplied: true, code: `google-${status}` }
      : { kind: 'throttled', retryAfterMs: wait };
  }
  return { kind: 'malformed', code: `google-${status}` };
}

function classifyRefusal(reason: string, wait: number | null): Failure {
  if (slowDown.has(reason)) return { kind: 'throttled', retryAfterMs: wait };
  if (reason === 'quotaExceeded')
    return { kind: 'throttled', retryAfterMs: wait ?? ABUSE_PAUSE_MS };
  if (adminOnly.has(reason)) return { kind: 'needsAdmin', code: reason };
  if (reason === 'insufficientPermissions' || reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT')
    return { kind: 'needsSignIn', code: reason };
  return { kind: 'forbidden', code: reason === '' ? 'google-403' : reason };
}
