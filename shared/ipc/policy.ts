import { z } from 'zod';
import { providerKind } from '../model/account.ts';
import { nothing } from './app.ts';

export const policyEntry = z.strictObject({
  name: z.string(),
  /** As JSON: it need not be what the policy wants. */
  value: z.string(),
  level: z.enum(['mandatory', 'recommended']),
  scope: z.enum(['machine', 'user']),
  /** Where it lies: a file, a registry key. */
  origin: z.string(),
  status: z.enum(['applied', 'overridden', 'invalid', 'unknown']),
  reason: z.string().nullable(),
  /** That this build has nothing for it to act on. */
  remark: z.string().nullable(),
});
export type PolicyEntryView = z.infer<typeof policyEntry>;

export const policyPage = z.strictObject({
  managed: z.boolean(),
  entries: z.array(policyEntry),
  /** Why nothing is synchronised until an administrator mends it. */
  obstacles: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Policies that changed since the program was started, and hold from the next start on. */
  atNextStart: z.array(z.string()),
  /** What is not the person's to decide. */
  locks: z.strictObject({
    startAtLogin: z.boolean(),
    contentProtection: z.boolean(),
    /** The most days ahead that can be chosen; null where any can. */
    mostDaysAhead: z.number().int().nullable(),
    exports: z.boolean(),
    /** Of which no account can be added. */
    providers: z.array(providerKind),
    /** Only rules of the organisation act. */
    ownRules: z.boolean(),
  }),
});
export type PolicyPage = z.infer<typeof policyPage>;

export const policyCalls = {
  policy: { input: nothing, output: policyPage },
  exportPolicy: { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
} as const;
