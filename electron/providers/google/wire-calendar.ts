import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/** What we read of an entry of Google's calendar list. */
export const wireCalendar = z.object({
  id: z.string().min(1),
  summary: text,
  summaryOverride: text,
  primary: z.boolean().optional(),
  deleted: z.boolean().optional(),
  accessRole: text,
  timeZone: text,
  backgroundColor: text,
});

export const calendarsPage = z.object({
  items: z.array(wireCalendar).optional(),
  nextPageToken: z.string().min(1).optional(),
});
