import { z } from 'zod';
import { moment, nothing } from './app.ts';

/** What is stored where and how long, what leaves the machine and to whom: told by the code that does it. */
export const dataProtection = z.strictObject({
  stores: z.array(z.strictObject({ name: z.string(), holds: z.string(), kept: z.string() })),
  hosts: z.array(
    z.strictObject({
      host: z.string(),
      port: z.number().int(),
      service: z.string(),
      purpose: z.string(),
      browserOnly: z.boolean(),
    }),
  ),
  log: z.strictObject({
    retentionDays: z.number().int(),
    /** The organisation has decided it. */
    retentionManaged: z.boolean(),
    /** Null where the log is not forwarded. */
    forwarding: z
      .strictObject({
        waiting: z.number().int(),
        failingSince: moment.nullable(),
        code: z.string().nullable(),
      })
      .nullable(),
  }),
  exportForbidden: z.boolean(),
});
export type DataProtection = z.infer<typeof dataProtection>;

export const privacyCalls = {
  dataProtection: { input: nothing, output: dataProtection },
  /** Made to be read before it is saved. */
  supportBundle: { input: nothing, output: z.strictObject({ text: z.string() }) },
  /** Saves the very text that was shown last. */
  saveSupportBundle: { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
} as const;
