import { z } from 'zod';
import { rule } from '../model/rule.ts';
import { holdReasons } from '../model/hold.ts';
import { moment, nothing } from './app.ts';
import { calendarKey, viewTime } from './calendar.ts';

/** A rule as the window shows it. */
export const ruleView = z.strictObject({
  rule,
  /** Calendars that its selectors mean today. */
  sources: z.array(calendarKey),
  targets: z.array(calendarKey),
  blocks: z.number().int(),
  dismissed: z.number().int(),
  edited: z.number().int(),
  outstanding: z.number().int(),
  held: z.number().int(),
  /** Set where an administrator decides. */
  locked: z.string().nullable(),
  /** Why it may not act until the user changes it; null where it may. */
  paused: z.string().nullable(),
  /** Set where policy stops it, for all of its calendars or for some; null where it may act. */
  stopped: z
    .strictObject({
      whole: z.boolean(),
      reasons: z.array(z.string()),
      /** What its blocks do that are stopped: go (RemoveStoppedBlocks) or stay. */
      blocksGo: z.boolean(),
    })
    .nullable(),
});
export type RuleView = z.infer<typeof ruleView>;

export const ruleProblem = z.strictObject({ place: z.string(), reason: z.string() });

/** What saving these rules would do, worked out by the very plan that the engine runs. */
export const rulePreview = z.strictObject({
  problems: z.array(ruleProblem),
  /** Per rule and target. */
  impact: z.array(
    z.strictObject({
      rule: z.string().nullable(),
      target: calendarKey,
      create: z.number().int(),
      change: z.number().int(),
      remove: z.number().int(),
    }),
  ),
  /** Requests that the next cycle will cost. */
  requests: z.number().int(),
  /** What the mask reveals that it did not before, in words; not empty means: ask. */
  reveals: z.array(z.string()),
  /** The user's own events beside what the targets of the rule in question would show of them. */
  examples: z.array(
    z.strictObject({
      calendar: calendarKey,
      title: z.string(),
      time: viewTime,
      target: calendarKey,
      shown: z
        .strictObject({
          title: z.string(),
          time: viewTime,
          location: z.string().nullable(),
          description: z.string().nullable(),
        })
        .nullable(),
      reason: z.string(),
    }),
  ),
});
export type RulePreview = z.infer<typeof rulePreview>;

export const holdView = z.strictObject({
  id: z.string(),
  rule: z.string().nullable(),
  target: calendarKey,
  reason: z.enum(holdReasons),
  sentence: z.string(),
  since: moment,
  state: z.enum(['waiting', 'approved', 'rejected']),
  /** The blocks that would go. */
  blocks: z.array(z.strictObject({ title: z.string(), time: viewTime })),
});
export type HoldView = z.infer<typeof holdView>;

const unknownRules = z.array(z.unknown()).max(500);

export const ruleCalls = {
  rules: { input: nothing, output: z.array(ruleView) },
  /** `focus`: the rule whose examples are wanted. Takes drafts that may be invalid: problems name their place. */
  previewRules: {
    input: z.strictObject({ rules: unknownRules, focus: z.string().nullable() }),
    output: rulePreview,
  },
  saveRules: { input: z.strictObject({ rules: unknownRules }), output: nothing },
  switchRule: { input: z.strictObject({ id: z.string(), enabled: z.boolean() }), output: nothing },
  ruleTemplate: {
    input: z.strictObject({ name: z.enum(['mesh', 'hub', 'personal', 'isolate']) }),
    output: z.array(rule),
  },
  /** Through the system's own file dialog; null where the user cancelled. */
  exportRules: { input: nothing, output: z.strictObject({ saved: z.boolean() }) },
  importRules: { input: nothing, output: z.strictObject({ rules: z.array(rule).nullable() }) },
  holds: { input: nothing, output: z.array(holdView) },
  decideHold: {
    input: z.strictObject({ id: z.string(), decision: z.enum(['approved', 'rejected']) }),
    output: nothing,
  },
} as const;
