import type { AppState } from '../ipc/app.ts';
import { DAY, HOUR } from '../time/instant.ts';

/** What is worth a notification, and nothing else (security.md E8). */
export const causes = ['signIn', 'hold', 'rule', 'failing', 'conflict', 'goal'] as const;
export type Cause = (typeof causes)[number];

/** A notification. Counts only: it may stand on a lock screen (security.md E7). */
export interface Notice {
  readonly cause: Cause;
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly route: string;
}

/** What has been told, and since when syncing fails. Starts as `quiet`. */
export interface Told {
  readonly at: Readonly<Partial<Record<Cause, number>>>;
  readonly counts: Readonly<Record<Exclude<Cause, 'failing'>, number>>;
  readonly failingSince: number | null;
}

const quiet: Told['counts'] = { signIn: 0, hold: 0, rule: 0, conflict: 0, goal: 0 };

/** What counts as told before anything was: the conflicts that are already there when the program starts are no news. */
export function toldAtStart(state: AppState): Told {
  return { at: {}, counts: { ...quiet, conflict: state.conflicts }, failingSince: null };
}

/**
 * What to say now, and what has been said afterwards. A cause speaks when it appears or grows, at most once a day each, so that
 * twenty accounts that fail at once are one notification.
 */
export function noticesDue(state: AppState, told: Told): { say: readonly Notice[]; told: Told } {
  const counts = {
    signIn: state.accountsInTrouble,
    hold: state.holds,
    rule: state.rulesPaused,
    conflict: state.conflicts,
    goal: state.goalsMissed,
  };
  const failingSince = state.sync.failing ? (told.failingSince ?? state.now) : null;
  const grown = (cause: Exclude<Cause, 'failing'>): boolean => counts[cause] > told.counts[cause];
  const wants: Readonly<Record<Cause, boolean>> = {
    signIn: grown('signIn'),
    hold: grown('hold'),
    rule: grown('rule'),
    conflict: grown('conflict'),
    goal: grown('goal'),
    failing: failingSince !== null && state.now - failingSince > HOUR,
  };
  const rested = (cause: Cause): boolean => state.now - (told.at[cause] ?? -Infinity) >= DAY;
  const due = causes.filter((cause) => wants[cause] && rested(cause));
  const at = { ...told.at, ...Object.fromEntries(due.map((cause) => [cause, state.now])) };
  return { say: due.map((cause) => wording(cause, state)), told: { at, counts, failingSince } };
}

function wording(cause: Cause, state: AppState): Notice {
  switch (cause) {
    case 'signIn':
      return {
        cause,
        title: 'An account needs you',
        body: `${many(state.accountsInTrouble, 'account')} can't be reached as before. Nothing was removed.`,
        route: 'accounts',
      };
    case 'hold':
      return {
        cause,
        title: 'Umbra waits for your decision',
        body: `${many(state.holds, 'removal')} looked unusual and ${state.holds === 1 ? 'waits' : 'wait'}. Everything else goes on.`,
        route: 'holds',
      };
    case 'rule':
      return {
        cause,
        title: state.rulesPaused === 1 ? 'A rule is paused' : 'Rules are paused',
        body: `${many(state.rulesPaused, 'rule')} ${state.rulesPaused === 1 ? 'names' : 'name'} a calendar that is gone. Until that is changed nothing is written by ${state.rulesPaused === 1 ? 'it' : 'them'}, and the blocks stay.`,
        route: 'rules',
      };
    case 'conflict':
      return {
        cause,
        title: 'Two commitments at once',
        body: `There ${state.conflicts === 1 ? 'is' : 'are'} ${many(state.conflicts, 'double booking')} ahead.`,
        route: 'conflicts',
      };
    case 'goal':
      return {
        cause,
        title: 'Slower or less reliable than promised',
        body: `${many(state.goalsMissed, 'goal')} ${state.goalsMissed === 1 ? 'was' : 'were'} missed in the last 24 hours. The health page tells which.`,
        route: 'health',
      };
    case 'failing':
      return {
        cause,
        title: 'Calendars are not in step',
        body: 'Syncing has not worked for more than an hour. It is tried again by itself.',
        route: 'health',
      };
  }
}

const many = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
