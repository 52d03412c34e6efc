import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';

/** What happens to the machine; Electron's `powerMonitor` fits. */
export interface PowerEvents {
  on(event: 'suspend' | 'resume' | 'shutdown', listener: () => void): unknown;
}

export interface PowerDeps {
  readonly events: PowerEvents;
  readonly clock: Clock;
  readonly random: Random;
  readonly isOnline: () => boolean;
  /** Stops starting work; what is under way ends. */
  readonly sleep: () => void;
  /** Reads what changed meanwhile, once. */
  readonly wake: () => void;
  /** The machine ends: two seconds are left. */
  readonly flush: () => void;
}

/** How often the network is looked for after waking, and for how long; afterwards the schedule takes over. */
const lookEvery = 2_000;
const looks = 60;

/**
 * Sleeps and wakes with the machine (security.md E3). After waking it waits for the network and then 5 to 30 s more, so that
 * an office does not ask its provider all at once; however long the sleep was, it is one catch-up.
 */
export function followPower(deps: PowerDeps): void {
  let nap = new AbortController();
  deps.events.on('suspend', () => {
    nap.abort(new Error('asleep again'));
    deps.sleep();
  });
  deps.events.on('resume', () => {
    nap.abort(new Error('awake again'));
    nap = new AbortController();
    void wakeUp(deps, nap.signal);
  });
  deps.events.on('shutdown', () => deps.flush());
}

/** What a window hears of the end of the user's session; only Windows tells. */
export interface SessionEvents {
  on(event: 'query-session-end' | 'session-end', listener: () => void): unknown;
}

export type SessionDeeds = Pick<PowerDeps, 'sleep' | 'wake' | 'flush'>;

/** By then every program has been asked, and either the session has ended or somebody has said no. */
const askedFor = 60_000;

/**
 * Keeps still while Windows asks whether the session may end. Any other program may refuse, and nobody is told: so it wakes
 * again after a minute. Only at the end itself it closes (security.md E3).
 */
export function followSession(events: SessionEvents, clock: Clock, deeds: SessionDeeds): void {
  let doubt = new AbortController();
  events.on('query-session-end', () => {
    doubt.abort(new Error('asked again'));
    doubt = new AbortController();
    deeds.sleep();
    clock.sleep(askedFor, doubt.signal).then(deeds.wake, () => undefined);
  });
  events.on('session-end', () => {
    doubt.abort(new Error('the session ends'));
    deeds.flush();
  });
}

async function wakeUp(deps: PowerDeps, signal: AbortSignal): Promise<void> {
  try {
    for (let look = 0; look < looks && !deps.isOnline(); look += 1)
      await deps.clock.sleep(lookEvery, signal);
    await deps.clock.sleep(5_000 + Math.round(deps.random.next() * 25_000), signal);
  } catch {
    return; // Asleep again, or awake a second time: another wake-up is on its way.
  }
  if (!signal.aborted) deps.wake();
}
