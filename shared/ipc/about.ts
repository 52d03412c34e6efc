import { z } from 'zod';
import { nothing } from './app.ts';

/** A part of the program that others wrote. */
export const component = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
});
export type Component = z.infer<typeof component>;

export const aboutCalls = {
  /** What this copy is made of; null where it carries no bill of materials. */
  components: {
    input: nothing,
    output: z.strictObject({ components: z.array(component).nullable() }),
  },
  /** Saves the bill of materials (CycloneDX), or the texts of all licences. */
  saveNotices: {
    input: z.strictObject({ what: z.enum(['bill', 'licences']) }),
    output: z.strictObject({ saved: z.boolean() }),
  },
} as const;
