import type { Failure } from '../../ports/outcome.ts';
import type { TransportResponse } from '../transport/types.ts';
import { errorReason } from './error-reason.ts';

/** What a status stands for that `classifyResponse` left to the caller, where the caller has no special reading of it. */
export function refusal(response: TransportResponse): Failure {
  const { status } = response;
  if (status === 404 || status === 410) return { kind: 'gone' };
  // A conflict with somebody who writes at the same moment passes by itself.
  if (status === 409 || status === 412)
    return { kind: 'unreachable', maybeApplied: false, code: `google-${status}` };
  if (status !== 400) return { kind: 'malformed', code: `google-${status}` };
  const reason = errorReason(response);
  return { kind: 'forbidden', code: reason === '' ? 'google-400' : reason };
}
