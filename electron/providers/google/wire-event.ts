import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const moment = z.object({ date: text, dateTime: text, timeZone: text }).optional();

/**
 * What we read of a Google event. Lenient on purpose: strangers and other programs write events, and one odd field
 * must not hide the rest (security.md F18).
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
  transparency: text,
  visibility: text,
  eventType: text,
  colorId: text,
  organizer: z.object({ email: text, self: z.boolean().optional() }).optional().catch(undefined),
  attendees: z
    .array(
      z.object({
        self: z.boolean().optional(),
        resource: z.boolean().optional(),
        responseStatus: text,
      }),
    )
    .optional()
    .catch(undefined),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type WireEvent = z.infer<typeof wireEvent>;

export const eventsPage = z.object({
  items: z.array(z.unknown()).optional(),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});

export const calendarsPage = z.object({
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        summary: text,
        summaryOverride: text,
        primary: z.boolean().optional(),
        deleted: z.boolean().optional(),
        accessRole: text,
        timeZone: text,
        backgroundColor: text,
      }),
    )
    .optional(),
  nextPageToken: z.string().optional(),
});

/** Google's error body; `reason` says what the status alone does not (providers.md 5.3, 5.22). */
export const errorBody = z.object({
  error: z.union([
    z.string(),
    z.object({
      code: z.number().optional(),
      errors: z
        .array(z.object({ reason: text }))
        .optional()
        .catch(undefined),
      status: text,
    }),
  ]),
});
