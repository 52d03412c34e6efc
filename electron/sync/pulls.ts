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
  #doubtful = false;
  /** A read that threw while nobody waited for it: a full disk, or a mistake. Told to whoever asks next. */
  #broken: Promise<void> | null = null;

  /** Starts a read of every account that is not still reading, and returns what is there once the patience ends. */
  async read(
    deps: EngineDeps,
    scene: CycleScene,
    calendars: readonly Calendar[],
    dirty: Dirty,
    signal: AbortSignal,
  ): Promise<readonly AccountPull[]> {
    this.#doubtful = false;
    // What an account read slowly is acted on before it is read again, or a slow one would never be written to.
    const waiting = new Set(this.#finished.map(({ account }) => account));
    for (const account of scene.settings.accounts) {
      const own = calendars.filter((calendar) => calendar.account === account.id);
      if (scene.stoppedAccounts.has(account.id)) continue;
      if (own.length === 0 || this.#running.has(account.id) || waiting.has(account.id)) continue;
      const context = {
        window: scene.window,
        zone: scene.settings.zone,
        rules: scene.rules,
        mirrorAll: scene.settings.mirrorAll,
      };
      const read = pullAccount(deps, account, own, context, dirty, signal).then((pulled) => {
        this.#finished.push({ account: account.id, calendars: pulled });
      });
      const tracked = read.finally(() => this.#running.delete(account.id));
      this.#running.set(account.id, tracked);
      tracked.catch(() => {
        this.#broken ??= tracked;
      });
    }
    await this.#settled(deps, PATIENCE_MS, signal);
    return this.#take();
  }

  /** Waits for the accounts that are still reading; for a run that has no next cycle. */
  async rest(): Promise<readonly AccountPull[]> {
    await this.idle();
    return this.#take();
  }

  /** Waits until nobody reads; what was read stays for the next cycle. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }

  /** Whether somebody reads, or has read since the last cycle took up what was there: more is to be acted on. */
  get unheard(): boolean {
    return this.#running.size > 0 || this.#finished.length > 0;
  }

  /** Whether what was taken up since the last cycle began has to be read once more before it can be believed. */
  get doubtful(): boolean {
    return this.#doubtful;
  }

  /** Accounts whose read is under way. */
  reading(): ReadonlySet<AccountId> {
    return new Set(this.#running.keys());
  }

  async #settled(deps: EngineDeps, patienceMs: number, signal: AbortSignal): Promise<void> {
    const all = Promise.allSettled(this.#running.values());
    const timer = new AbortController();
    const patience = deps.clock
      .sleep(patienceMs, AbortSignal.any([signal, timer.signal]))
      .catch(() => undefined);
    try {
      await Promise.race([all, patience]);
    } finally {
      timer.abort('done');
    }
  }

  async #take(): Promise<readonly AccountPull[]> {
    const broken = this.#broken;
    this.#broken = null;
    await broken;
    const taken = this.#finished;
    this.#finished = [];
    this.#doubtful ||= taken.some(({ calendars }) =>
      calendars.some((pull) => pull.kind === 'read' && pull.absorbed.doubtful),
    );
    return taken;
  }
}
