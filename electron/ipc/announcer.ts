import type { Topic } from '../../shared/ipc/contract.ts';
import type { Clock } from '../ports/clock.ts';

/** Changes are told at most this often: a cycle makes hundreds, and each makes the window read anew. */
const TOGETHER_MS = 200;

export type ChangeListener = (changed: readonly Topic[]) => void;

/** Tells listeners what may look different now; what changes in quick succession is told once. */
export class Announcer {
  readonly #clock: Clock;
  readonly #listeners = new Set<ChangeListener>();
  readonly #waiting = new Set<Topic>();
  #sleeping = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns how to stop listening. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  announce(...topics: readonly Topic[]): void {
    for (const topic of topics) this.#waiting.add(topic);
    if (this.#sleeping) return;
    this.#sleeping = true;
    void this.#clock.sleep(TOGETHER_MS).then(() => {
      this.#sleeping = false;
      const changed = [...this.#waiting];
      this.#waiting.clear();
      for (const listener of this.#listeners) listener(changed);
    });
  }
}
