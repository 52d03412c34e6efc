import { z } from 'zod';
import type { TransportResponse } from '../transport/types.ts';

const text = z.string().optional().catch(undefined);
const reasons = z
  .array(z.object({ reason: text }))
  .optional()
  .catch(undefined);

/** Both shapes of Google's errors: the API's own, and the sign-in's `{"error":"invalid_grant"}`. */
const errorBody = z.object({
  error: z.union([z.string(), z.object({ errors: reasons, details: reasons, status: text })]),
});

/**
 * The reason in a Google error body, such as `rateLimitExceeded`, which says what the status alone does not; `''`
 * where there is none. Only words that look like a reason pass, since it ends in messages and logs.
 */
export function errorReason({ body }: TransportResponse): string {
  const reason = reasonIn(body) ?? '';
  return /^\w{1,60}$/.test(reason) ? reason : '';
}

function reasonIn(body: string): string | undefined {
  try {
    const parsed = errorBody.safeParse(JSON.parse(body));
    if (!parsed.success) return undefined;
    const { error } = parsed.data;
    if (typeof error === 'string') return error;
    return [...(error.errors ?? []), ...(error.details ?? [])]
      .map(({ reason }) => reason)
      .concat(error.status)
      .find((reason) => reason !== undefined);
  } catch {
    return undefined;
  }
}
