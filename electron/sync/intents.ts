import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { Store } from '../ports/store.ts';
import { auditIntent, blockDeed } from './audit-write.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Order } from './order.ts';

/**
 * Puts on disk what requests are about to do, and what there was before; durable when it returns. A write that is sent
 * once more is the same intent: what there was before the first try must not be forgotten.
 */
export function intentRecorder({ store, clock }: EngineDeps): (orders: readonly Order[]) => void {
  const recorded = new Set<string>();
  return (orders) => {
    const fresh = orders.filter(({ ref }) => !recorded.has(ref));
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
        recorded.add(ref);
      }
    });
  };
}

/** The ledger row as it was before a write was tried; null where there was none. */
export function rowBefore(store: Store, { ref, operation, intended }: Order): BlockRecord | null {
  const intent = store.intent(ref);
  return intent === null ? store.blockByKey(operation.target, intended.key) : intent.previous;
}
