import { z } from 'zod';
import { mostZones } from '../model/most-zones.ts';
import { timeOfDay, zoneName } from '../model/wall-time.ts';
import { weekdays } from '../model/weekday.ts';

/** Ms since 1970. */
export const moment = z.number().int();
export const nothing = z.strictObject({});

/** How the program is, in one look. */
export const appState = z.strictObject({
  /** `empty`: no account yet. `sample`: the built-in simulated clouds. */
  mode: z.enum(['empty', 'sample', 'live']),
  sync: z.strictObject({
    state: z.enum(['ok', 'syncing', 'paused', 'attention']),
    /** One sentence for people. */
    sentence: z.string(),
    /** Whether syncing itself does not work, rather than waits for a decision; also while it is tried once more. */
    failing: z.boolean(),
    /** Of the running cycle, 0 to 1; null while none runs. */
    progress: z.number().min(0).max(1).nullable(),
    lastCycleAt: moment.nullable(),
    nextCycleAt: moment.nullable(),
    /** Null while not paused, or until the user resumes. */
    pausedUntil: moment.nullable(),
  }),
  holds: z.number().int(),
  conflicts: z.number().int(),
  /** Rules that may not act until the user changes them. */
  rulesPaused: z.number().int(),
  accountsInTrouble: z.number().int(),
  /** Goals that accounts missed in the last 24 hours. */
  goalsMissed: z.number().int(),
  version: z.string(),
  now: moment,
  zone: z.string(),
});
export type AppState = z.infer<typeof appState>;

export const pauseLength = z.enum(['30min', '1h', 'tomorrow', 'untilResumed']);

export const settings = z.strictObject({
  /** Null: the zone of this computer. */
  zone: zoneName.nullable(),
  secondaryZones: z.array(zoneName).max(mostZones),
  window: z.strictObject({
    pastDays: z.number().int().min(0).max(30),
    futureDays: z.number().int().min(7).max(730),
  }),
  workingHours: z.strictObject({
    from: timeOfDay,
    to: timeOfDay,
    days: z.array(z.enum(weekdays)).min(1),
  }),
  notifications: z.boolean(),
  /** Titles blurred until hovered. */
  hideTitles: z.boolean(),
  /** Keep the window out of screen sharing, as far as the system can. */
  contentProtection: z.boolean(),
  startAtLogin: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** How long entries of the audit log are kept. */
  auditRetentionDays: z.number().int().min(30).max(400),
  /** Calendars that "Block me now" writes to, by key; null: every target of a rule that is on. */
  blockTargets: z.array(z.string()).min(1).max(1000).nullable(),
});
export type Settings = z.infer<typeof settings>;

export const appCalls = {
  state: { input: nothing, output: appState },
  syncNow: { input: nothing, output: nothing },
  pause: { input: z.strictObject({ length: pauseLength }), output: nothing },
  resume: { input: nothing, output: nothing },
  readSettings: { input: nothing, output: settings },
  saveSettings: { input: settings.partial(), output: settings },
  /** Starts the built-in simulated clouds with sample people. */
  startSample: { input: nothing, output: nothing },
  copyText: {
    input: z.strictObject({
      text: z.string().max(20_000),
      html: z.string().max(60_000).optional(),
    }),
    output: nothing,
  },
  /** An https link of an event, opened in the browser after a click. */
  openLink: { input: z.strictObject({ url: z.url({ protocol: /^https$/ }) }), output: nothing },
} as const;
