import type { Instant } from '../../../shared/time/instant.ts';
import type { Failure } from '../../ports/outcome.ts';
import { retryAfterMs } from '../transport/retry-after.ts';
import type { TransportResponse } from '../transport/types.ts';
import { graphError } from './error-code.ts';

/** Consent that only an administrator can give, and apps that a tenant blocks (Entra error codes reference). */
const adminCodes = /AADSTS(65001|90094|90095|50105|53000|53003)|ConsentRequired|ErrorAppBlocked/i;
/** The account has no mailbox that Graph can reach: guests, on-premises mailboxes (providers.md 4.3, 4.14). */
const noMailbox = new Set([
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ErrorNonExistentMailbox',
]);

/** Refusals of the one thing that was asked; with 405 and 501 a server says that it does not offer it. */
const FOR_THE_CALLER: readonly number[] = [400, 404, 405, 409, 410, 412, 501];

/** What a Graph status means for a whole request, or for one part of a batch. */
export function classifyResponse(response: TransportResponse, now: Instant): Failure | null {
  const { status, headers } = response;
  if (status < 300 || FOR_THE_CALLER.includes(status)) return isMissingMailbox(response) ?? null;
  const wait = retryAfterMs(headers['retry-after'], now);
  if (status === 401) return { kind: 'needsSignIn', code: 'graph-401' };
  if (status === 403) return classifyRefusal(response, wait);
  // Exchange reports its concurrency limit as 429 and, seen in the wild, as 503 with Retry-After.
  if (status === 429 || (status === 503 && wait !== null))
    return { kind: 'throttled', retryAfterMs: wait };
  if (status >= 500) return { kind: 'unreachable', maybeApplied: true, code: `graph-${status}` };
  return { kind: 'malformed', code: `graph-${status}` };
}

function classifyRefusal(response: TransportResponse, wait: number | null): Failure {
  const { code } = graphError(response);
  if (code === 'ApplicationThrottled' || code === 'ErrorExceededConnectionCount')
    return { kind: 'throttled', retryAfterMs: wait };
  if (adminCodes.test(code) || adminCodes.test(response.body))
    return { kind: 'needsAdmin', code: code === '' ? 'graph-consent' : code };
  return (
    isMissingMailbox(response) ?? { kind: 'forbidden', code: code === '' ? 'graph-403' : code }
  );
}

function isMissingMailbox(response: TransportResponse): Failure | null {
  if (response.status < 400) return null;
  const { code } = graphError(response);
  return noMailbox.has(code) ? { kind: 'forbidden', code } : null;
}
