import type { Topic } from '../../shared/ipc/contract.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import type { Handlers } from './handlers/handler.ts';
import { RunningApp, type RunningAppOptions } from './running-app.ts';
import { startSample } from './start-sample.ts';

/** The running program as the shell sees it: the window's deeds, a bell, and the machine's ups and downs. */
export interface RunningProgram {
  readonly handlers: Handlers;
  /** Calls back with what may look different now; returns how to stop listening. */
  onChange(listener: (changed: readonly Topic[]) => void): () => void;
  /** The machine is about to sleep: nothing more is started. */
  sleep(): void;
  /** The machine is awake and the network is there: catches up, once. */
  wake(): void;
  /** Ends what is under way within five seconds and closes the database; asked again, it is the same end. */
  close(): Promise<void>;
  /** The machine ends: the same within two seconds. */
  flush(): Promise<void>;
}

/** Opens the profile and begins to keep its blocks in place. `sample`: begin with the sample calendars. */
export async function startRunningApp(
  options: RunningAppOptions & { readonly sample: boolean },
): Promise<RunningProgram> {
  const app = await RunningApp.open(options);
  if (options.sample) await startSample(app);
  app.start();
  return {
    handlers: createHandlers(app),
    onChange: (listener) => app.onChange(listener),
    sleep: () => app.sleep(),
    wake: () => app.wake(),
    close: () => app.stop(),
    flush: () => app.stop({ hurry: true }),
  };
}
