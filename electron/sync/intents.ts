import type { BlockRecord } from '../../shared/model/block-record.ts';
import { auditIntent, blockDeed } from './audit-write.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Order } from './order.ts';

/**
 * The intents of one push. A write that is sent once more is the same intent: what there was before the first try must not
 * be forgotten. Intents of earlier pushes, whose answers nobody heard, are left open: this push can't tell how they
 * ended.
 */
export class Intents {
  readonly #deps: Pick<EngineDeps, 'store' | 'clock'>;
  readonly #recorded = new Set<string>();

  constructor(deps: Pick<EngineDeps, 'store' | 'clock'>) {
    this.#deps = deps;
  }

  /** Puts on disk what requests are about to do, and what there was before; durable when it returns. */
  record(orders: readonly Order[]): void {
    const { store, clock } = this.#deps;
    const fresh = orders.filter(({ ref }) => !this.#recorded.has(ref));
    if (fresh.length === 0) return;
    store.transaction(() => {
      for (const { ref, operation, intended } of fresh) {
        const previous = store.blockByKey(operation.target, intended.key);
        const audit = auditIntent({ store, clock }, blockDeed({ operation, intended }));
        store.recordIntent({
          ref,
          kind: operation.kind,
          at: clock.now(),
          previous,
          intended,
          audit,
        });
        store.saveBlock(intended);
      }
    });
    for (const { ref } of fresh) this.#recorded.add(ref);
  }

  /** The ledger row as it was before a write was tried, and the log's entry that announced it; null where there was none. */
  before({ ref, operation, intended }: Order): {
    readonly row: BlockRecord | null;
    readonly announced: number | null;
  } {
    const { store } = this.#deps;
    const intent = this.#recorded.has(ref) ? store.intent(ref) : null;
    return intent === null
      ? { row: store.blockByKey(operation.target, intended.key), announced: null }
      : { row: intent.previous, announced: intent.audit ?? null };
  }

  /** What became of a write is known. */
  settle({ ref }: Order): void {
    if (this.#recorded.has(ref)) this.#deps.store.settleIntent(ref);
  }
}
