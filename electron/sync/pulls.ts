import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { pullAccount, type CalendarPull } from './pull.ts';

/** How long a cycle waits for accounts that read more slowly than others; they are taken up by the next one. */
export const PATIENCE_MS = 15_000;

export interface AccountPull {
  readonly account: AccountId;
  readonly calendars: readonly CalendarPull[];
}

/**
 * Reads all accounts side by side. One slow account never delays the others: what it reads arrives in a later cycle,
 * and until then it is not asked again.
 */
export class Pulls {
  readonly #running = new Map<AccountId, Promise<void>>();
  #finished: AccountPull[] = [];

  /** Starts a read of every account that is not still reading, and returns what is there once the patience ends. */
  async read(
    deps: EngineDeps,
    scene: CycleScene,
    calendars: readonly Calendar[],
    dirty: Dirty,
    signal: AbortSignal,
  ): Promise<readonly AccountPull[]> {
    for (const account of scene.settings.accounts) {
      const own = calendars.filter((calendar) => calendar.account === account.id);
      if (own.length === 0 || this.#running.has(account.id)) continue;
      const context = {
        window: scene.window,
        zone: scene.settings.zone,
        rules: scene.rules,
        mirrorAll: scene.settings.mirrorAll,
      };
      const read = pullAccount(deps, account, own, context, dirty, signal).then((pulled) => {
        this.#finished.push({ account: account.id, calendars: pulled });
      });
      this.#running.set(
        account.id,
        read.finally(() => this.#running.delete(account.id)),
      );
    }
    await this.#settled(deps, PATIENCE_MS, signal);
    return this.#take();
  }

  /** Waits for the accounts that are still reading; for a run that has no next cycle. */
  async rest(): Promise<readonly AccountPull[]> {
    await Promise.all(this.#running.values());
    return this.#take();
  }

  /** Waits until nobody reads; what was read stays for the next cycle. */
  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  get stillReading(): boolean {
    return this.#running.size > 0;
  }

  async #settled(deps: EngineDeps, patienceMs: number, signal: AbortSignal): Promise<void> {
    const all = Promise.all(this.#running.values());
    const timer = new AbortController();
    const patience = deps.clock
      .sleep(patienceMs, AbortSignal.any([signal, timer.signal]))
      .catch(() => undefined);
    try {
      await Promise.race([all, patience]);
    } finally {
      timer.abort();
    }
  }

  #take(): readonly AccountPull[] {
    const taken = this.#finished;
    this.#finished = [];
    return taken;
  }
}
