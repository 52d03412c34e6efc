import type { Instant } from '../../shared/time/instant.ts';
import { DepartureTries } from '../profile/departure-tries.ts';
import type { Departure } from '../profile/departure.ts';
import { departAll } from '../profile/departures.ts';
import type { Profile } from '../profile/profile.ts';

/** Sees accounts off that are on their way out, one round at a time, while the program runs (security.md S9). */
export class LeavingAccounts {
  readonly #tries = new DepartureTries();
  readonly #tell: (departure: Departure) => void;
  #busy = false;

  /** `tell` hears of each try, also of those that came to nothing. */
  constructor(tell: (departure: Departure) => void) {
    this.#tell = tell;
  }

  /** Tries it for everybody whose turn it is, unless a round is under way. */
  async seeOff(profile: Profile, signal: AbortSignal): Promise<void> {
    if (profile.settings.read().leaving.length === 0 || this.#busy) return;
    this.#busy = true;
    try {
      const departures = await departAll(profile, this.#tries, signal);
      if (!signal.aborted) departures.forEach((departure) => this.#tell(departure));
    } finally {
      this.#busy = false;
    }
  }

  /** An account was tried outside a round. */
  tried(departure: Departure, at: Instant): void {
    this.#tries.took(departure, at);
    this.#tell(departure);
  }

  /** A person asks: nobody's turn is put off. */
  askedFor(): void {
    this.#tries.askedFor();
  }
}
