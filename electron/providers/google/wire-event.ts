import { z } from 'zod';
import { rows, token } from './wire-page.ts';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const moment = z.object({ date: text, dateTime: text, timeZone: text }).optional().catch(undefined);

/**
 * What we read of a Google event. Lenient on purpose: strangers and other programs write events, and one odd field
 * must not hide the rest.
 */
export const wireEvent = z.object({
  id: z.string().min(1),
  etag: text,
  status: text,
  iCalUID: text,
  summary: text,
  location: text,
  description: text,
  start: moment,
  end: moment,
  originalStartTime: moment,
  recurringEventId: text,
  /** Only on the master of a series. */
  recurrence: z.array(z.unknown()).optional().catch(undefined),
  transparency: text,
  /** Whatever is there: what can't be understood must not pass for nothing. */
  visibility: z.unknown().optional(),
  eventType: text,
  colorId: text,
  organizer: z.object({ email: text, self: flag }).optional().catch(undefined),
  attendees: z
    .array(z.object({ self: flag, resource: flag, responseStatus: text }).catch({}))
    .optional()
    .catch(undefined),
  extendedProperties: z
    // Values of other programs may be anything; they must not make ours unreadable.
    .object({ private: z.record(z.string(), z.unknown()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type WireEvent = z.infer<typeof wireEvent>;

/** The value of one of the event's private properties; null where it has none of that name. */
export function privateProperty({ extendedProperties }: WireEvent, key: string): string | null {
  const properties = extendedProperties?.private ?? {};
  const value = Object.hasOwn(properties, key) ? properties[key] : undefined;
  return typeof value === 'string' ? value : null;
}

export const eventsPage = z.object({
  items: rows,
  nextPageToken: token,
  /** On the last page only. */
  nextSyncToken: token,
});
