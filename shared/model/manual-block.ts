import { z } from 'zod';
import { instant } from '../time/instant.ts';
import type { CalendarId } from './ids.ts';

const moment = z
  .number()
  .int()
  .transform((ms) => instant(ms));

/** A span that the user blocked by hand ("Block me now"), on calendars chosen then. */
export const manualBlock = z
  .strictObject({
    /** Random, hex: two blocks of the same span are two. */
    id: z.string().regex(/^[0-9a-f]{16}$/),
    start: moment,
    end: moment,
    targets: z.array(z.string().transform((id) => id as CalendarId)).min(1),
  })
  .refine(({ start, end }) => start < end, 'the end must be later than the start');
export type ManualBlock = Readonly<z.infer<typeof manualBlock>>;
