import { z } from 'zod';
import type { RuleId } from './ids.ts';
import { condition } from './condition.ts';
import { maskLevels } from './mask-level.ts';
import { ruleLimits } from './rule-limits.ts';
import { timeOfDay, zoneName } from './wall-time.ts';
import { weekdays } from './weekday.ts';

/** `*` (every calendar), `Label/*` (every calendar of an account) or `Label/Calendar name`. */
export const selector = z
  .string()
  .min(1)
  .max(400)
  .refine(
    (text) => text === '*' || /^[^/*]+\/(\*|.+)$/su.test(text),
    'write "*", "<account label>/*" or "<account label>/<calendar name>"',
  );

export const maskObject = z.strictObject({
  level: z.enum(maskLevels).default('busy'),
  /** The text shown at level `labelled`, and `{label}` in templates. */
  label: z.string().min(1).max(ruleLimits.label).optional(),
  /** A label per source; the most specific selector wins. */
  labels: z.record(selector, z.string().min(1).max(ruleLimits.label)).optional(),
  /** Words with `{label}`, `{title}` and `{location}`, as far as the level permits them. */
  template: z.string().min(1).max(ruleLimits.template).optional(),
  /** Show events that are private at their source as the level says, instead of as "Busy". */
  revealPrivate: z.boolean().default(false),
});
export const mask = z.union(
  [z.enum(maskLevels).transform((level) => maskObject.parse({ level })), maskObject],
  `write one of ${maskLevels.map((level) => `"${level}"`).join(', ')}, or an object with a "level"`,
);
export type Mask = z.infer<typeof maskObject>;

const minutes = (max: number): z.ZodDefault<z.ZodNumber> =>
  z.number().int().min(0).max(max).default(0);

export const options = z.strictObject({
  showAs: z.enum(['same', 'busy', 'tentative', 'oof', 'workingElsewhere']).default('busy'),
  visibility: z.enum(['private', 'default']).default('private'),
  /** An Outlook category's name, or a Google colour id ("1" to "11"). */
  color: z.string().min(1).max(ruleLimits.color).nullable().default(null),
  /** Minutes. */
  bufferBefore: minutes(ruleLimits.bufferMinutes),
  bufferAfter: minutes(ruleLimits.bufferMinutes),
  /** Blocks are rounded outwards to this many minutes; 0 leaves them exact. */
  roundTo: z
    .union(
      [z.literal(0), z.literal(5), z.literal(15), z.literal(30), z.literal(60)],
      'use 0, 5, 15, 30 or 60 minutes',
    )
    .default(0),
  allDay: z.enum(['allDay', 'workingHours', 'skip']).default('allDay'),
  /** Where all-day events become timed blocks. */
  workingHours: z
    .strictObject({
      from: timeOfDay.default('09:00'),
      to: timeOfDay.default('17:00'),
      days: z.array(z.enum(weekdays)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
      zone: zoneName.optional(),
    })
    .refine(({ from, to }) => from < to, {
      path: ['to'],
      message: 'the end must be later than the start',
      // Texts that are no times have no order.
      when: ({ issues }) => issues.length === 0,
    })
    .default({ from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] }),
  merge: z.boolean().default(false),
  /** Minutes between blocks that are still merged into one. */
  mergeGap: minutes(ruleLimits.mergeGapMinutes),
  skipWhenBusy: z.boolean().default(false),
  onEdit: z.enum(['repair', 'keep']).default('repair'),
  onDelete: z.enum(['dismiss', 'recreate']).default('dismiss'),
  /** Days after which blocks behind the window are removed; null keeps them as history. */
  retentionDays: z.number().int().min(1).max(ruleLimits.retentionDays).nullable().default(null),
});
export type Options = z.infer<typeof options>;

export const ruleId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'use lower-case letters, digits and "-", 64 at most')
  .transform((id) => id as RuleId);

/** The user's will: sources × targets, conditions, mask, options. Unknown keys are errors. */
export const rule = z
  .strictObject({
    id: ruleId,
    name: z.string().min(1).max(ruleLimits.name).optional(),
    enabled: z.boolean().default(true),
    sources: z.array(selector).min(1).max(200),
    targets: z.array(selector).min(1).max(200),
    /** Taken out of sources and targets alike. */
    exclude: z.array(selector).max(200).default([]),
    conditions: condition.optional(),
    mask: mask.default({ level: 'busy', revealPrivate: false }),
    options: options.prefault({}),
  })
  // In one order, so that a rule reads the same before and after it was kept.
  .transform((parsed) => ({
    id: parsed.id,
    name: parsed.name ?? parsed.id,
    enabled: parsed.enabled,
    sources: parsed.sources,
    targets: parsed.targets,
    exclude: parsed.exclude,
    ...(parsed.conditions === undefined ? {} : { conditions: parsed.conditions }),
    mask: parsed.mask,
    options: parsed.options,
  }));
export type Rule = Readonly<z.infer<typeof rule>>;
