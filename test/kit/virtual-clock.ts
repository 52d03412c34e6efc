import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../electron/ports/clock.ts';
import { instant, type Instant } from '../../shared/time/instant.ts';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** So many turns of the event loop without an end mean that everybody waits for time to pass. */
const STILL_TURNS = 20;

/** So many turns without anybody waiting for time mean that the work never ends. */
const DEAD_TURNS = 100_000;

/** One for all sleepers: most sleeps are time limits that end early, and a stack for each would be the dearest thing in a life. */
const aborted = new Error('aborted');

/** A clock that stands still while anything happens, and jumps to the next sleeper when nothing does. */
export class VirtualClock implements Clock {
  #now: number;
  #elapsed = 0;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start: Instant) {
    this.#now = start;
  }

  now = (): Instant => instant(this.#now);
  monotonic = (): number => this.#elapsed;

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#sleepers.delete(sleeper);
        reject(aborted);
      };
      const sleeper: Sleeper = {
        due: this.#elapsed + ms,
        wake: () => {
          signal?.removeEventListener('abort', stop);
          this.#sleepers.delete(sleeper);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });

  /** Lets time pass; sleepers that are due on the way wake in order. */
  advance(ms: number): void {
    const end = this.#elapsed + ms;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#pass(next.due - this.#elapsed);
      next.wake();
    }
    this.#pass(end - this.#elapsed);
  }

  /** Moves the wall clock only, as a wrong setting or a time server does. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Runs a piece of work to its end, with as much time passing as it sleeps. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { done: false };
    const finished = work.finally(() => {
      state.done = true;
    });
    finished.catch(() => undefined);
    for (let still = 0; !state.done; still++) {
      await turn();
      if (still < STILL_TURNS) continue;
      const next = this.#next(Number.POSITIVE_INFINITY);
      if (next === undefined) {
        if (still > DEAD_TURNS) throw new Error('Nobody waits for time, and the work does not end');
        continue;
      }
      this.#pass(Math.max(0, next.due - this.#elapsed));
      next.wake();
      still = 0;
    }
    return finished;
  }

  #next(until: number): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers)
      if (sleeper.due <= until && (first === undefined || sleeper.due < first.due)) first = sleeper;
    return first;
  }

  #pass(ms: number): void {
    this.#elapsed += ms;
    this.#now += ms;
  }
}
