export interface Rate {
  /** Units that may be used within the window. */
  readonly units: number;
  readonly windowMs: number;
  /** Units that may be used at once after a pause. */
  readonly burst: number;
}

/** Spreads an account's requests below its provider's rate: refills continuously. Taking always succeeds; a debt is the caller's wait. */
export class TokenBucket {
  readonly #rate: Rate;
  #level: number;
  #at: number | null = null;

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#level = rate.burst;
  }

  /** Takes units and returns how long to wait before using them, in ms. `now` is monotonic. */
  take(units: number, now: number): number {
    const perMs = this.#rate.units / this.#rate.windowMs;
    const elapsed = this.#at === null ? 0 : Math.max(0, now - this.#at);
    this.#level = Math.min(this.#rate.burst, this.#level + elapsed * perMs) - units;
    this.#at = now;
    return this.#level >= 0 ? 0 : Math.ceil(-this.#level / perMs);
  }
}
