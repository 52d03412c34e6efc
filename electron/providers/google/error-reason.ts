import type { TransportResponse } from '../transport/types.ts';
import { errorBody } from './wire-event.ts';

/** The reason in a Google error body, such as `rateLimitExceeded`; `''` where there is none. */
export function errorReason({ body }: TransportResponse): string {
  try {
    const parsed = errorBody.safeParse(JSON.parse(body));
    if (!parsed.success) return '';
    const { error } = parsed.data;
    return typeof error === 'string' ? error : (error.errors?.[0]?.reason ?? error.status ?? '');
  } catch {
    return '';
  }
}
