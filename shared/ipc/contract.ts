import type { z } from 'zod';
import { aboutCalls } from './about.ts';
import { accountCalls } from './accounts.ts';
import { activityCalls } from './activity.ts';
import { appCalls } from './app.ts';
import { calendarCalls } from './calendar.ts';
import { policyCalls } from './policy.ts';
import { privacyCalls } from './privacy.ts';
import { ruleCalls } from './rules.ts';
import { secondDeviceCalls } from './second-device.ts';
import { signInSetupCalls } from './sign-in-setup.ts';

/** One thing that the window may ask for: what it must send, and what it gets. */
export interface Call {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/**
 * Every channel between the window and the program, with the shapes of both directions; parsed at one door on each side
 * (security.md 17, E14). Nothing in here can carry a token, a file path or a provider's raw answer.
 */
export const calls = {
  ...appCalls,
  ...calendarCalls,
  ...ruleCalls,
  ...accountCalls,
  ...activityCalls,
  ...privacyCalls,
  ...secondDeviceCalls,
  ...signInSetupCalls,
  ...policyCalls,
  ...aboutCalls,
} as const satisfies Readonly<Record<string, Call>>;

export type Channel = keyof typeof calls;
export type Input<C extends Channel> = z.input<(typeof calls)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof calls)[C]['output']>;

/** An error for the user's eyes, as it crosses to the window. */
export interface Problem {
  readonly code: string;
  /** What happened; what was not lost; what mends it. */
  readonly sentence: string;
  readonly kept: string;
  readonly action: string;
  readonly details: readonly string[];
}

export type Reply<C extends Channel> =
  | { readonly ok: true; readonly value: Output<C> }
  | { readonly ok: false; readonly problem: Problem };

/** What the window sees of the program: one verb per channel, and a bell that says that something changed. */
export type Api = {
  readonly [C in Channel]: (input: Input<C>) => Promise<Reply<C>>;
} & {
  /** Calls back with the names of what may look different now; returns how to stop listening. */
  readonly onChange: (listener: (changed: readonly Topic[]) => void) => () => void;
  /** A menu, the tray or a notification asks for a view, by its route (`rules`, `conflicts`, …). */
  readonly onNavigate: (listener: (route: string) => void) => () => void;
};

export const topics = [
  'app',
  'events',
  'rules',
  'holds',
  'accounts',
  'activity',
  'settings',
] as const;
export type Topic = (typeof topics)[number];
