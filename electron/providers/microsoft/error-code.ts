import type { TransportResponse } from '../transport/types.ts';
import { errorBody } from './wire-event.ts';

export interface GraphError {
  readonly code: string;
  /** The event that already used a transaction id, where Graph names it. */
  readonly existingEventId: string | null;
}

/** The error in a Graph body; its code is `''` where there is none. */
export function graphError({ body }: Pick<TransportResponse, 'body'>): GraphError {
  try {
    const parsed = errorBody.safeParse(JSON.parse(body));
    if (!parsed.success) return { code: '', existingEventId: null };
    const { error } = parsed.data;
    return { code: error.code ?? '', existingEventId: error['@event.existingEventId'] ?? null };
  } catch {
    return { code: '', existingEventId: null };
  }
}
