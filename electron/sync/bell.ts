import type { Clock } from '../ports/clock.ts';

/** How much a cycle is wanted: `insisted` also while the user has paused. */
export type Wanted = 'none' | 'wanted' | 'insisted';

/** Asks a sleeping watch loop for a cycle now: a rule changed, somebody signed in, or pressed "Sync now". */
export class Bell {
  #wanted: Wanted = 'none';
  #waker = new AbortController();

  /** `insist` overrides a pause. */
  ring(insist = false): void {
    if (this.#wanted !== 'insisted') this.#wanted = insist ? 'insisted' : 'wanted';
    this.wake();
  }

  /** Ends a nap without asking for a cycle: what the loop goes by has changed. */
  wake(): void {
    this.#waker.abort();
    this.#waker = new AbortController();
  }

  /** What was asked for since the last time; forgotten with the answer. */
  take(): Wanted {
    const wanted = this.#wanted;
    this.#wanted = 'none';
    return wanted;
  }

  /** Sleeps until the time is over, the bell rings, or the signal is aborted. Never rejects. */
  async nap(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
    if (this.#wanted !== 'none') return;
    await clock.sleep(ms, AbortSignal.any([signal, this.#waker.signal])).catch(() => undefined);
  }
}
