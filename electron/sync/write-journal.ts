import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { overlaps } from '../../shared/time/interval.ts';
import { wentWell } from '../../shared/view/deed-sentence.ts';
import type { WriteJournal, WriteOutcome } from '../ports/provider.ts';
import type { Store } from '../ports/store.ts';
import { auditResult, blockDeed } from './audit-write.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { Intents } from './intents.ts';
import type { Order } from './order.ts';
import { settle, type Settlement } from './settle.ts';

/** What became of an order; `doubtful`: only the next complete read will tell. */
export type Next = Settlement['next'] | 'doubtful';

export interface Push {
  readonly account: AccountId;
  readonly scene: CycleScene;
  readonly dirty: Dirty;
  /** Called for each outcome, inside its transaction. */
  readonly tell: (order: Order, outcome: WriteOutcome, next: Next) => void;
  /** Called when outcomes are on disk. */
  readonly moved: () => void;
}

/** Puts each intent on disk before its request leaves, and each outcome as soon as it is known. */
export function writeJournal(deps: EngineDeps, push: Push, orders: readonly Order[]): WriteJournal {
  const byRef = new Map(orders.map((order) => [order.ref, order]));
  const named = (ref: string): Order => {
    const order = byRef.get(ref);
    if (order === undefined)
      throw new Error('A provider answered for a write that it was not given');
    return order;
  };
  const { rules } = push.scene;
  const inUse = new Set(rules.flatMap(({ sources, targets }) => [...sources, ...targets]));
  const intents = new Intents(deps);
  return {
    before: (refs) => intents.record(refs.map(named)),
    after: (outcomes) => {
      deps.store.transaction(() => {
        for (const outcome of outcomes) {
          const order = named(outcome.ref);
          push.tell(order, outcome, keep(deps, push, intents, order, outcome));
          // Read once more after its last block went: a copy made meanwhile would lie there for ever.
          if (order.operation.kind === 'delete' && !inUse.has(order.operation.target))
            deps.store.dropCursor(order.operation.target);
        }
      });
      push.moved();
    },
  };
}

/** Brings the ledger, the log and what is to be planned again to what an outcome means. */
function keep(
  deps: EngineDeps,
  push: Push,
  intents: Intents,
  order: Order,
  outcome: WriteOutcome,
): Next {
  const { store, clock } = deps;
  const { account, dirty } = push;
  const { zone } = push.scene.settings;
  const { operation, intended } = order;
  const inWindow = overlaps(spanOf(intended.content.time, zone), push.scene.window);
  const { row: before, announced } = intents.before(order);
  const settlement = settle(order, outcome, before, clock.now(), inWindow);
  const { record, next, doubtful = false } = settlement;
  if (record === null) store.removeBlock(operation.target, intended.key);
  else store.saveBlock(record);
  if (next !== 'lost') intents.settle(order);
  if (doubtful) store.dropCursor(operation.target);
  auditResult(deps, blockDeed(order), outcome.kind, announced);
  const well = wentWell(outcome.kind);
  if (well !== null) store.recordWrites(account, clock.now(), well ? 1 : 0, well ? 0 : 1);
  if (next === 'done') sample(deps, account, order, dirty);
  if (operation.kind === 'delete') {
    if (record?.state === 'gone') alsoGone(store, record);
    markCopies(store, order, dirty, zone);
  }
  if (next !== 'done' && next !== 'again') {
    dirty.markBlock(operation.target, intended.content.time, zone);
    markSource(dirty, order);
  }
  return doubtful ? 'doubtful' : next;
}

/** A calendar that is listed twice shows the same event twice: where the other list lacks it, nobody dismissed it. */
function alsoGone(store: Store, removed: BlockRecord): void {
  for (const other of store.blocksWithKey(removed.key))
    if (other.target !== removed.target && other.remoteId === removed.remoteId)
      store.saveBlock({ ...other, state: 'gone', etag: null, writtenAt: removed.writtenAt });
}

/** Copies in other calendars were let be as long as the block itself stood. */
function markCopies(store: Store, { intended }: Order, dirty: Dirty, zone: string): void {
  for (const { target, content } of store.blocksWithKey(intended.key))
    if (target !== intended.target) dirty.markBlock(target, content.time, zone);
}

/** How long the change that a block was written for took to become it. */
function sample(
  { store, clock }: EngineDeps,
  account: AccountId,
  { intended: { slot } }: Order,
  dirty: Dirty,
): void {
  const seen = slot === null ? null : dirty.seenAt(slot);
  const at = clock.now();
  if (seen !== null) store.recordLatency({ account, at, ms: at - seen });
}

/** A failed move must be planned again by its source as well: the block still lies at its old place. */
function markSource(dirty: Dirty, order: Order): void {
  const { slot } = order.intended;
  if (slot !== null) dirty.markSlot(slot);
}
