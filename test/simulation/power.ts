import type { Fetch } from '../../electron/ports/fetch.ts';
import type { Store } from '../../electron/ports/store.ts';
import { eachMember } from './each-member.ts';

/** What a program meets when its machine loses power: nothing it does from then on has any effect. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** Counts every touch of disk and network, and cuts the power at the one that was chosen. */
export class Power {
  touches = 0;
  #cutAt = Number.POSITIVE_INFINITY;

  /** Cuts the power at the nth touch from now, counted from 1. */
  cutAfter(touches: number): void {
    this.#cutAt = this.touches + touches;
  }

  get isOff(): boolean {
    return this.touches >= this.#cutAt;
  }

  touch(): void {
    if (!this.isOff) this.touches += 1;
    if (this.isOff) throw new PowerCut();
  }

  /** The same store as long as there is power. Transactions in progress are undone, as a database does. */
  store(real: Store): Store {
    return eachMember(real, (_name, act) => (...given) => {
      this.touch();
      return act(...given);
    });
  }

  /** The same network: power may go before a request leaves, and after it arrived. */
  fetch(real: Fetch): Fetch {
    return async (url, init) => {
      this.touch();
      const answer = await real(url, init);
      this.touch();
      return answer;
    };
  }
}
