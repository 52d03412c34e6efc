import { z } from 'zod';
import { accountStates } from '../accounts/account-state.ts';
import { microsoftCloud, providerKind } from '../model/account.ts';
import { moment, nothing } from './app.ts';
import { calendarKey } from './calendar.ts';

export const calendarView = z.strictObject({
  key: calendarKey,
  /** `<account label>/<calendar>`: what rules call it. */
  ref: z.string(),
  name: z.string(),
  color: z.string().nullable(),
  canRead: z.boolean(),
  canWrite: z.boolean(),
  isDefault: z.boolean(),
  /** Another account lists the same calendar, and rules mean that listing; null where they mean this one. */
  standIn: calendarKey.nullable(),
  zone: z.string().nullable(),
  events: z.number().int(),
  blocks: z.number().int(),
  lastReadAt: moment.nullable(),
});
export type CalendarView = z.infer<typeof calendarView>;

/** One that was removed is not shown; `removing`: as soon as its blocks are gone. */
export const shownState = z.enum([...accountStates, 'removing']);

export const accountView = z.strictObject({
  id: z.string(),
  label: z.string(),
  email: z.string(),
  provider: providerKind,
  sample: z.boolean(),
  state: shownState,
  /** The state in words, and what mends it. */
  sentence: z.string(),
  mend: z
    .strictObject({ verb: z.enum(['signIn', 'askAdmin', 'retry']), words: z.string() })
    .nullable(),
  /** The organisation's policy stops it; the sentence says why. */
  stopped: z.boolean(),
  /** It is told as trouble, and counted so: it does not go on before somebody looks after it. */
  inTrouble: z.boolean(),
  calendars: z.array(calendarView),
});
export type AccountView = z.infer<typeof accountView>;

export const accountCalls = {
  accounts: { input: nothing, output: z.array(accountView) },
  /** Signs in through the system's browser. Fails with the steps to register a client id where there is none. */
  addAccount: {
    input: z.strictObject({
      provider: providerKind,
      label: z.string().min(1).max(60),
      /** Which of Microsoft's clouds; ignored at Google. */
      cloud: microsoftCloud.default('global'),
      /** Ask for reading only: for an account that is never a target. */
      readOnly: z.boolean().default(false),
    }),
    output: nothing,
  },
  renameAccount: {
    input: z.strictObject({ id: z.string(), label: z.string().min(1).max(60) }),
    output: nothing,
  },
  signInAgain: { input: z.strictObject({ id: z.string() }), output: nothing },
  /**
   * `ended`: what became of the consent at the provider; null where nobody had signed in, or it is still needed.
   * `waiting`: its blocks could not all be removed yet; the account is `removing` until they are.
   */
  removeAccount: {
    input: z.strictObject({ id: z.string(), removeBlocks: z.boolean() }),
    output: z.strictObject({
      ended: z
        .strictObject({
          atProvider: z.enum(['revoked', 'later', 'byHand', 'nothing']),
          consentPage: z.url({ protocol: /^https$/ }),
        })
        .nullable(),
      waiting: z.boolean(),
    }),
  },
  /** Takes back the removal of an account that is `removing`. */
  keepAccount: { input: z.strictObject({ id: z.string() }), output: nothing },
} as const;
