import type { Account } from '../../shared/model/account.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { HOUR, type Instant } from '../../shared/time/instant.ts';
import { isStuck, type Departure } from './departure.ts';

/**
 * What the last tries to let accounts go came to. A try lists every event of an account: one that is stuck is tried
 * again after an hour, or when a person asks.
 */
export class DepartureTries {
  readonly #stuck = new Map<AccountId, { readonly at: Instant; readonly departure: Departure }>();

  took(departure: Departure, at: Instant): void {
    const { id } = departure.account;
    if (isStuck(departure)) this.#stuck.set(id, { at, departure });
    else this.#stuck.delete(id);
  }

  /** What it came to, where it is not to be tried again yet. */
  resting({ id }: Account, now: Instant): Departure | null {
    const last = this.#stuck.get(id);
    return last !== undefined && Math.abs(now - last.at) < HOUR ? last.departure : null;
  }

  /** A person asks, or did something about it. */
  askedFor(): void {
    this.#stuck.clear();
  }
}
