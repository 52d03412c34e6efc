/** Consecutive failures after which an account is left alone for a while. */
const OPEN_AFTER = 5;
const OPEN_MS = 30_000;

/**
 * Cuts off an account whose provider does not answer (security.md F3): after five failures in a row nothing is sent
 * until a jittered pause is over, then a single probe decides.
 */
export class Breaker {
  #failures = 0;
  #openUntil = 0;
  #probing = false;

  /** Whether a request may go out at `now` (monotonic ms). In half-open state only the first caller may. */
  admits(now: number): boolean {
    if (this.#failures < OPEN_AFTER) return true;
    if (now < this.#openUntil || this.#probing) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#probing = false;
  }

  /** `random` in [0, 1) spreads the pause between half and whole. */
  failed(now: number, random: number): void {
    this.#failures += 1;
    this.#probing = false;
    if (this.#failures >= OPEN_AFTER) this.#openUntil = now + OPEN_MS * (0.5 + random / 2);
  }

  /** The request ended without telling anything about the provider's health. */
  undecided(): void {
    this.#probing = false;
  }
}
