import type { Write } from '../../ports/provider.ts';
import type { TransportResponse } from '../transport/types.ts';
import { blockBody, transactionIdFor } from './block-body.ts';

/** One write as Graph takes it, alone or as a part of a batch. */
export interface Part {
  readonly write: Write;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** `etag` is what the write is conditional on; null only for creates. */
export function partOf(write: Write, etag: string | null): Part {
  const calendar = `/me/calendars/${encodeURIComponent(write.calendar.remoteId)}/events`;
  const condition: Record<string, string> = etag === null ? {} : { 'If-Match': etag };
  switch (write.kind) {
    case 'create':
      return {
        write,
        method: 'POST',
        path: calendar,
        headers: {},
        body: {
          ...blockBody(write.content, write.marker),
          transactionId: transactionIdFor(write.marker),
        },
      };
    case 'update':
      return {
        write,
        method: 'PATCH',
        path: `/me/events/${encodeURIComponent(write.remoteId)}`,
        headers: condition,
        body: blockBody(write.content, write.marker),
      };
    case 'delete':
      return {
        write,
        method: 'DELETE',
        path: `/me/events/${encodeURIComponent(write.remoteId)}`,
        headers: condition,
        body: undefined,
      };
  }
}

/** The answer to one part, in the shape of an answer to a request of its own. */
export type PartAnswer = TransportResponse;
