import { z } from 'zod';

/** What a page points to. Google leaves out what there is not; what stands between may say null, or nothing in quotes. */
export const token = z
  .string()
  .nullish()
  .transform((text) => (text == null || text === '' ? undefined : text));

/** Read one by one, so that an odd row hides no other. */
export const rows = z
  .array(z.unknown())
  .nullish()
  .transform((items) => items ?? []);
