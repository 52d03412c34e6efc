import { isTrouble } from '../../shared/accounts/account-state.ts';
import { errorText, UserError } from '../../shared/errors/errors.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import type { Account } from '../../shared/model/account.ts';
import { instant } from '../../shared/time/instant.ts';
import { isPaused } from '../../shared/time/pause-end.ts';
import { conflictsUntil } from '../../shared/view/conflicts-ahead.ts';
import { doubleBookings } from '../../shared/view/double-bookings.ts';
import { standingOf } from '../../shared/view/state-sentence.ts';
import { isStuck } from '../profile/departure.ts';
import { pausedRules } from '../profile/paused-rules.ts';
import { whyStopped } from '../profile/stopped-rules.ts';
import { mirrorEvents } from './mirror-events.ts';
import { progressOf, totalOf } from './pulse.ts';
import type { RunningApp } from './running-app.ts';

/** How the program is, in one look. */
export function appState(app: RunningApp): AppState {
  const { settings, store } = app.profile;
  const { pausedUntil } = settings.read();
  const { pulse, dueAt, report, missed } = app.loop;
  const now = app.now();
  const zone = app.zone;
  const mode = modeOf(settings.reachable());
  const paused = isPaused(pausedUntil, now) ? pausedUntil : null;
  const lastCycleAt = store.lastCycleAt();
  const { problem, trouble, waiting, rulesPaused } = troubles(app);
  const standing = standingOf({
    mode,
    running: pulse === null ? null : { step: pulse.step, ...totalOf(pulse) },
    pausedUntil: typeof paused === 'number' ? instant(paused) : paused,
    problem,
    accountsInTrouble: trouble,
    heldRemovals: waiting.reduce((sum, { keys }) => sum + keys.length, 0),
    rulesPaused,
    outstanding: report?.failed ?? 0,
    lastCycleAt,
    now,
    zone,
  });
  return {
    mode,
    sync: {
      ...standing,
      failing: paused === null && (problem !== null || trouble.length > 0),
      progress: pulse === null ? null : progressOf(pulse),
      lastCycleAt,
      nextCycleAt: paused === null ? dueAt : null,
      pausedUntil: typeof paused === 'number' ? paused : null,
    },
    holds: waiting.length,
    conflicts: app.conflictCount(() => {
      const ahead = { start: now, end: instant(conflictsUntil(now)) };
      return doubleBookings(mirrorEvents(app.profile, ahead, zone), zone).length;
    }),
    rulesPaused: rulesPaused.length,
    accountsInTrouble: trouble.length,
    goalsMissed: missed.length,
    version: app.options.version,
    now,
    zone,
  };
}

/** What does not go by itself: a problem in words, labels of accounts, holds, names of rules. */
function troubles({ profile, loop }: RunningApp) {
  const { accounts, leaving } = profile.settings.read();
  const [obstacle] = profile.policy.current().obstacles;
  const problem =
    obstacle === undefined ? loop.problem : new UserError('policy.invalid', { place: obstacle });
  const stopped = whyStopped(profile);
  const lost = pausedRules(profile);
  const { standings } = loop;
  return {
    problem: problem === null ? null : wordsOf(problem),
    trouble: [
      ...accounts.filter(({ id }) => isTrouble(standings.of(id).state) && !stopped.has(id)),
      ...leaving.filter(({ id }) => isStuck(standings.departure(id))),
    ].map(({ label }) => label),
    waiting: profile.store.holds().filter(({ state }) => state === 'waiting'),
    rulesPaused: profile.rulesInForce().flatMap(({ id, name }) => (lost.has(id) ? [name] : [])),
  };
}

function wordsOf({ code, parameters }: UserError): string {
  const { sentence, action } = errorText(code, parameters);
  return `${sentence} ${action}`;
}

function modeOf(accounts: readonly Account[]): AppState['mode'] {
  if (accounts.length === 0) return 'empty';
  return accounts.some(({ credential }) => credential.kind === 'sample') ? 'sample' : 'live';
}
