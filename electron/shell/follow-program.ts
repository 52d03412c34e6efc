import type { Settings } from '../../shared/ipc/app.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pushes } from '../ipc/pushes.ts';
import { nextStart, startWords } from './next-event.ts';
import type { Notifier } from './notifier.ts';
import type { RunningProgram } from '../ipc/start-running-app.ts';
import type { TrayHandle } from './tray.ts';
import { trayView } from '../../shared/view/tray-view.ts';

export interface FollowDeps {
  readonly program: RunningProgram;
  readonly clock: Clock;
  readonly tray: TrayHandle;
  readonly notifier: Notifier;
  readonly pushes: Pushes;
  /** Theme, content protection: what a setting changes outside the window. */
  readonly applySettings: (settings: Settings) => void;
  readonly signal: AbortSignal;
}

/** A cycle reports progress many times a second; the tray looks this often, ms. */
const calm = 400;
/** The next event moves on without any change. */
const minute = 60_000;
const ahead = 7 * 86_400_000;

/** Keeps window, tray and notifications in step with the program, until the signal. */
export async function followProgram(deps: FollowDeps): Promise<void> {
  const { clock, signal } = deps;
  let bell = new AbortController();
  const stop = deps.program.onChange((topics) => {
    deps.pushes.changed(topics);
    bell.abort();
  });
  const rest = (ms: number, until: AbortSignal): Promise<unknown> =>
    clock.sleep(ms, until).catch(() => undefined);
  while (!signal.aborted) {
    bell = new AbortController();
    await refresh(deps).catch(() => undefined); // Half a look is none; the next one is a change or a minute away.
    await rest(calm, signal);
    await rest(minute, AbortSignal.any([signal, bell.signal]));
  }
  stop();
}

async function refresh({ program, tray, notifier, applySettings }: FollowDeps): Promise<void> {
  const { handlers } = program;
  const [state, rules, accounts, settings, blocked] = await Promise.all([
    handlers.state({}),
    handlers.rules({}),
    handlers.accounts({}),
    handlers.readSettings({}),
    handlers.ownBlocks({}),
  ]);
  const items = await handlers.items({ from: state.now, to: state.now + ahead });
  const { blockTargets: chosen } = settings;
  const next = nextStart(items, state.now);
  const sources = { state, rules, accounts, nextStart: next, blocked, chosen };
  applySettings(settings);
  tray.show(trayView(sources, (start) => startWords(start, state.now, state.zone)));
  notifier.consider(state, settings.notifications);
}
