import { z } from 'zod';
import { rows, token } from './wire-page.ts';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

/** What we read of an entry of Google's calendar list. */
export const wireCalendar = z.object({
  id: z.string().min(1),
  summary: text,
  summaryOverride: text,
  primary: flag,
  deleted: flag,
  accessRole: text,
  timeZone: text,
  backgroundColor: text,
});

export const calendarsPage = z.object({ items: rows, nextPageToken: token });
