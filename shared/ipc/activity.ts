import { z } from 'zod';
import { goalNames } from '../view/goals.ts';
import { moment, nothing } from './app.ts';
import { calendarKey } from './calendar.ts';

export const activityEntry = z.strictObject({
  sequence: z.number().int(),
  at: moment,
  action: z.string(),
  rule: z.string().nullable(),
  target: calendarKey.nullable(),
  outcome: z.string(),
  /** `intent`: about to be done; its result follows. */
  phase: z.enum(['intent', 'result']),
  by: z.enum(['person', 'engine']).nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

const performance = {
  /** From a change to its block, ms; null without a sample. Target: 120,000. */
  latencyP50: z.number().nullable(),
  latencyP95: z.number().nullable(),
  changes: z.number().int(),
  /** Writes that went well, 0 to 1. Target: 0.999. */
  successRate: z.number().nullable(),
  writes: z.number().int(),
  /** Highest share of the provider's limit, 0 to 1. Target: below 0.8. */
  quotaShare: z.number(),
} as const;

export const accountHealth = z.strictObject({
  account: z.string(),
  /** Over the last seven days. */
  ...performance,
  queue: z.number().int(),
  /** Goals missed in the last 24 hours. */
  missed: z.array(z.enum(goalNames)),
  /** The last fourteen days (UTC), today last. */
  days: z.array(z.strictObject({ day: moment, ...performance })),
  lastError: z.string().nullable(),
});

export const health = z.strictObject({
  accounts: z.array(accountHealth),
  /** Newest last. */
  cycles: z.array(z.strictObject({ at: moment, durationMs: z.number(), ok: z.boolean() })),
  /** Which calendar's data goes where, at which level. */
  flows: z.array(
    z.strictObject({
      source: calendarKey,
      target: calendarKey,
      rule: z.string(),
      level: z.string(),
    }),
  ),
});
export type Health = z.infer<typeof health>;

export const activityCalls = {
  activity: {
    input: z.strictObject({
      /** Entries before this sequence; null from the newest. */
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
      text: z.string().max(200),
      action: z.string().max(40).nullable(),
      /** Also what was announced before it was done. */
      intents: z.boolean(),
    }),
    output: z.strictObject({ entries: z.array(activityEntry), more: z.boolean() }),
  },
  verifyActivity: {
    input: nothing,
    output: z.strictObject({
      /** The first entry that does not fit, and why, in a sentence; null where all do. */
      fault: z.strictObject({ sequence: z.number().int(), sentence: z.string() }).nullable(),
      entries: z.number().int(),
      /** The oldest entry kept. */
      from: z.number().int(),
      segments: z.number().int(),
    }),
  },
  exportActivity: {
    input: z.strictObject({ format: z.enum(['csv', 'ndjson', 'json']) }),
    output: z.strictObject({ saved: z.boolean() }),
  },
  health: { input: nothing, output: health },
  /** Everything the program holds, without secrets, as one JSON file. */
  exportData: { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
  /** Everything the program holds is gone afterwards, on request with every block it ever wrote. */
  eraseEverything: {
    input: z.strictObject({ removeBlocks: z.boolean() }),
    output: z.strictObject({ left: z.number().int() }),
  },
} as const;
