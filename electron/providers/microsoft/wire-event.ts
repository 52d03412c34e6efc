import { z } from 'zod';

const text = z.string().optional().nullable().catch(undefined);
const flag = z.boolean().optional().nullable().catch(undefined);
const moment = z.object({ dateTime: text, timeZone: text }).optional().nullable().catch(undefined);
const address = z
  .object({ emailAddress: z.object({ address: text }).optional().nullable() })
  .optional()
  .nullable()
  .catch(undefined);

/** What we read of a Graph event. Lenient on purpose: one odd field must not hide the rest (security.md F18). */
export const wireEvent = z.object({
  id: z.string().min(1),
  '@odata.etag': text,
  type: text,
  subject: text,
  body: z.object({ content: text, contentType: text }).optional().nullable().catch(undefined),
  location: z.object({ displayName: text }).optional().nullable().catch(undefined),
  start: moment,
  end: moment,
  isAllDay: flag,
  isCancelled: flag,
  isOrganizer: flag,
  showAs: text,
  /** Whatever is there: what can't be understood must not pass for nothing. */
  sensitivity: z.unknown().optional(),
  iCalUId: text,
  seriesMasterId: text,
  originalStart: text,
  responseStatus: z.object({ response: text }).optional().nullable().catch(undefined),
  organizer: address,
  attendees: z
    .array(z.object({ type: text }).catch({}))
    .optional()
    .nullable()
    .catch(undefined),
  categories: z.array(z.string()).optional().nullable().catch(undefined),
  singleValueExtendedProperties: z
    .array(z.object({ id: z.string(), value: text }))
    .optional()
    .nullable()
    .catch(undefined),
});
export type WireEvent = z.infer<typeof wireEvent>;

export const namedRow = z.object({ id: z.string() });

export const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

export const wireCalendar = z.object({
  id: z.string().min(1),
  name: text,
  canEdit: flag,
  isDefaultCalendar: flag,
  hexColor: text,
  owner: z.object({ address: text }).optional().nullable().catch(undefined),
});

/** A row of the change feed that tells of a removal; its id may be of an event that only left, or never was in, the window. */
export const removedRow = z.object({
  id: z.string().min(1),
  '@removed': z.object({ reason: text }),
});

export const errorBody = z.object({
  error: z.object({ code: text, '@event.existingEventId': text }).loose(),
});

export const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.coerce.string(),
      status: z.coerce.number().int().min(100).max(599),
      // A number among them must not hide how long to wait.
      headers: z.record(z.string(), z.coerce.string()).optional().nullable().catch(undefined),
      body: z.unknown().optional(),
    }),
  ),
});
