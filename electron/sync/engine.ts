import type { CalendarId, RuleId } from '../../shared/model/ids.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { PlanInput } from '../../shared/plan/plan-scope.ts';
import { cycle, finishCycle } from './cycle.ts';
import { sceneOf } from './cycle-scene.ts';
import { joinReports, type CycleReport } from './cycle-report.ts';
import { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EngineState } from './engine-state.ts';
import { planInput } from './plan-input.ts';
import { Pulls } from './pulls.ts';
import { purge, type PurgeOptions, type PurgeReport } from './purge.ts';
import { rehearse, type Rehearsal } from './rehearse.ts';
import { Strangers } from './strangers.ts';

/** The engine of one profile. One cycle at a time; all state that must survive lies in the store. */
export class Engine {
  readonly #deps: EngineDeps;
  readonly #state: EngineState = {
    dirty: new Dirty(),
    pulls: new Pulls(),
    strangers: new Strangers(),
  };
  #running: Promise<unknown> = Promise.resolve();

  constructor(deps: EngineDeps) {
    this.#deps = deps;
  }

  /** Runs a cycle; accounts that read slowly are left to the next one. */
  cycle(signal: AbortSignal): Promise<CycleReport> {
    return this.#alone(() => cycle(this.#deps, this.#state, signal));
  }

  /** Runs a cycle and waits for the slow accounts as well; what was left unclear by it is looked at once more. */
  once(signal: AbortSignal): Promise<CycleReport> {
    return this.#alone(async () => {
      const report = await this.#whole(signal);
      if (!this.#unsettled || signal.aborted) return report;
      const again = await this.#whole(signal);
      return joinReports(report, again, again.accounts);
    });
  }

  /** Whether something that was read has to be looked at once more before it counts. */
  get #unsettled(): boolean {
    const { strangers, pulls } = this.#state;
    return strangers.waiting || pulls.doubtful;
  }

  async #whole(signal: AbortSignal): Promise<CycleReport> {
    const report = await cycle(this.#deps, this.#state, signal);
    return this.#state.pulls.unheard
      ? joinReports(report, await finishCycle(this.#deps, this.#state, signal))
      : report;
  }

  /** What a cycle would write. It reads what has changed; nothing is sent to be written. */
  rehearse(signal: AbortSignal): Promise<Rehearsal> {
    return this.#alone(async () => {
      const rehearsal = await rehearse(this.#deps, this.#state, signal);
      return this.#unsettled && !signal.aborted
        ? rehearse(this.#deps, this.#state, signal)
        : rehearsal;
    });
  }

  /**
   * What the planner would be given now under other rules: for previews and explanations, by the very code that plans.
   * Reads nothing from the network and writes nothing.
   */
  inputUnder(rules: readonly Rule[]): PlanInput {
    const scene = sceneOf(this.#deps, { ...this.#deps.settings(), rules });
    return planInput(this.#deps, scene, new Set());
  }

  /** Lets a hold's removals go in the next cycle, or keeps them waiting for good. Returns false if there is no such hold. */
  decideHold(rule: RuleId | null, target: CalendarId, decision: 'approved' | 'rejected'): boolean {
    const { store, clock } = this.#deps;
    const holds = store.holds();
    const hold = holds.find((one) => one.rule === rule && one.target === target);
    if (hold === undefined) return false;
    store.transaction(() => {
      store.replaceHolds(holds.map((one) => (one === hold ? { ...one, state: decision } : one)));
      store.appendAudit({
        at: clock.now(),
        action: decision === 'approved' ? 'approve' : 'reject',
        by: 'person',
        rule,
        target,
        key: null,
        outcome: String(hold.keys.length),
      });
    });
    this.#state.dirty.markEverything();
    return true;
  }

  /** Removes every block by its marker, wherever it lies, with or without a ledger. */
  purge(options: PurgeOptions, signal: AbortSignal): Promise<PurgeReport> {
    return this.#alone(() => purge(this.#deps, options, signal));
  }

  /**
   * Does something that no cycle and no read may run beside, such as forgetting an account; first purges, if asked to.
   * What `work` does must be done when it returns.
   */
  alone<T>(
    purgeFirst: PurgeOptions | null,
    work: (purged: PurgeReport | null) => T,
    signal: AbortSignal,
  ): Promise<T> {
    return this.#alone(async () => {
      await this.#state.pulls.idle();
      return work(purgeFirst === null ? null : await purge(this.#deps, purgeFirst, signal));
    });
  }

  /** The next cycle plans everything anew. */
  planEverything(): void {
    this.#state.dirty.markEverything();
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#running.then(work);
    // Where a disk is full or a mistake showed itself, nobody knows what was left undone.
    this.#running = result.catch(() => this.#state.dirty.markEverything());
    return result;
  }
}
