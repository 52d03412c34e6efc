/** Retries may be at most this share of requests (security.md I14), with a floor so that the first failures may be retried. */
const SHARE = 0.1;
const FLOOR = 10;
const CEILING = 50;

/** Keeps retries from turning a provider's trouble into a storm: each request earns a part of a retry. */
export class RetryBudget {
  #credit = FLOOR;

  requested(): void {
    this.#credit = Math.min(CEILING, this.#credit + SHARE);
  }

  /** Whether one more retry may be spent; spends it if so. */
  spend(): boolean {
    if (this.#credit < 1) return false;
    this.#credit -= 1;
    return true;
  }
}
