import type { AppState } from '../../shared/ipc/app.ts';
import { instant } from '../../shared/time/instant.ts';
import { standingOf, type Standing } from '../../shared/view/state-sentence.ts';
import { now, zone } from './fake-people.ts';

/** The state line as the program itself words it, for an app in which all is well but for what is given. */
export function standing(given: Partial<Standing>): Pick<AppState['sync'], 'state' | 'sentence'> {
  return standingOf({
    mode: 'sample',
    running: null,
    pausedUntil: null,
    problem: null,
    accountsInTrouble: [],
    heldRemovals: 0,
    rulesPaused: [],
    outstanding: 0,
    lastCycleAt: instant(now),
    now: instant(now),
    zone,
    ...given,
  });
}

/** The accounts of the invented person that wait for somebody. */
export const inTrouble: readonly string[] = [
  'Brightside Foundation',
  'Meridian Capital',
  'Solstice Ventures',
];
