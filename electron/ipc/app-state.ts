import { errorText, UserError } from '../../shared/errors/errors.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import type { Account } from '../../shared/model/account.ts';
import { instant } from '../../shared/time/instant.ts';
import { isPaused } from '../../shared/time/pause-end.ts';
import { windowAt } from '../../shared/time/window.ts';
import { doubleBookings } from '../../shared/view/double-bookings.ts';
import { standingOf } from '../../shared/view/state-sentence.ts';
import { whyStopped } from '../profile/stopped-rules.ts';
import { isStuck } from './leaving-view.ts';
import { mirrorEvents } from './mirror-events.ts';
import { progressOf, totalOf } from './pulse.ts';
import type { RunningApp } from './running-app.ts';
import { isTrouble } from './standings.ts';

/** How the program is, in one look. */
export function appState(app: RunningApp): AppState {
  const { settings, store } = app.profile;
  const { accounts, leaving, pausedUntil, window } = settings.read();
  const { pulse, dueAt, report, problem } = app.loop;
  const now = app.now();
  const zone = app.zone;
  const mode = modeOf(settings.reachable());
  const paused = isPaused(pausedUntil, now) ? pausedUntil : null;
  const stopped = whyStopped(app.profile);
  const { standings } = app.loop;
  const trouble = [
    ...accounts.filter(({ id }) => isTrouble(standings.of(id).state) && !stopped.has(id)),
    ...leaving.filter(({ id }) => isStuck(standings.departure(id))),
  ];
  const waiting = store.holds().filter(({ state }) => state === 'waiting');
  const [first] = app.profile.policy.current().obstacles;
  const obstacle =
    first === undefined ? null : wordsOf(new UserError('policy.invalid', { place: first }));
  const standing = standingOf({
    mode,
    running: pulse === null ? null : { step: pulse.step, ...totalOf(pulse) },
    pausedUntil: typeof paused === 'number' ? instant(paused) : paused,
    problem: obstacle ?? (problem === null ? null : wordsOf(problem)),
    accountsInTrouble: trouble.map(({ label }) => label),
    heldRemovals: waiting.reduce((sum, { keys }) => sum + keys.length, 0),
    outstanding: report?.failed ?? 0,
    lastCycleAt: store.lastCycleAt(),
    now,
    zone,
  });
  return {
    mode,
    sync: {
      ...standing,
      progress: pulse === null ? null : progressOf(pulse),
      lastCycleAt: store.lastCycleAt(),
      nextCycleAt: paused === null ? dueAt : null,
      pausedUntil: typeof paused === 'number' ? paused : null,
    },
    holds: waiting.length,
    conflicts: app.conflictCount(() => {
      const ahead = { start: now, end: windowAt(now, zone, window).end };
      return doubleBookings(mirrorEvents(app.profile, ahead, zone), zone).length;
    }),
    accountsInTrouble: trouble.length,
    goalsMissed: app.loop.missed.length,
    version: app.options.version,
    now,
    zone,
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
