/** Successes in a row after which one more request may run at the same time. */
const GROW_AFTER = 20;

/**
 * Lets at most so many requests of an account run at once, first come, first served. Providers tell their true limit
 * only by refusing: each refusal halves the width, success widens it again, never above where it began.
 */
export class Limiter {
  readonly #widest: number;
  #width: number;
  #running = 0;
  #successes = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(width: number) {
    this.#widest = width;
    this.#width = width;
  }

  get width(): number {
    return this.#width;
  }

  /** Resolves when it is the caller's turn; the result gives the place back. Rejects if aborted while waiting. */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#running >= this.#width) await this.#turn(signal);
    else this.#running += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave();
    };
  }

  succeeded(): void {
    this.#successes += 1;
    if (this.#successes < GROW_AFTER || this.#width >= this.#widest) return;
    this.#successes = 0;
    this.#width += 1;
    this.#admit();
  }

  refused(): void {
    this.#successes = 0;
    this.#width = Math.max(1, Math.floor(this.#width / 2));
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const admitted = (): void => {
        signal.removeEventListener('abort', aborted);
        resolve();
      };
      const aborted = (): void => {
        const place = this.#waiting.indexOf(admitted);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      signal.addEventListener('abort', aborted, { once: true });
      this.#waiting.push(admitted);
    });
  }

  #leave(): void {
    this.#running -= 1;
    this.#admit();
  }

  #admit(): void {
    while (this.#running < this.#width) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#running += 1;
      next();
    }
  }
}
