import type { Account } from '../../shared/model/account.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { overlaps } from '../../shared/time/interval.ts';
import { wentWell } from '../../shared/view/deed-sentence.ts';
import type { Failure } from '../ports/outcome.ts';
import type { WriteJournal, WriteOutcome } from '../ports/provider.ts';
import type { Store } from '../ports/store.ts';
import { auditResult, blockDeed } from './audit-write.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { intentRecorder, rowBefore } from './intents.ts';
import { nextGeneration, orderFor, type Order } from './order.ts';
import { settle } from './settle.ts';

/** A new device does not know how often ids were used before; this many generations are tried before giving up. */
const MAX_GENERATIONS = 20;

export interface PushTally {
  created: number;
  updated: number;
  deleted: number;
  failed: number;
  /** Answers that nobody heard: to be looked for before they are tried again. */
  lost: number;
  /** Blocks that were not as expected: to be planned again. */
  replan: number;
  failures: { readonly target: CalendarId; readonly failure: Failure }[];
}

export function emptyTally(): PushTally {
  return { created: 0, updated: 0, deleted: 0, failed: 0, lost: 0, replan: 0, failures: [] };
}

/**
 * Carries out one account's share of a plan. Each intent is on disk before its request leaves, each outcome as soon
 * as it is known; what could not be done stays dirty and is planned again.
 */
export async function pushAccount(
  deps: EngineDeps,
  account: Account,
  operations: readonly Order['operation'][],
  dirty: Dirty,
  scene: CycleScene,
  signal: AbortSignal,
): Promise<PushTally> {
  const tally = emptyTally();
  let orders = operations.flatMap((operation) => {
    const calendar = scene.byId.get(operation.target);
    const order = calendar === undefined ? null : orderFor(operation, calendar, deps.vault);
    return order === null ? [] : [order];
  });
  const total = orders.length;
  for (let round = 0; orders.length > 0 && round <= MAX_GENERATIONS; round++) {
    const again: Order[] = [];
    const journal = journalFor(deps, account.id, orders, tally, again, dirty, scene, () => {
      deps.progress({
        kind: 'pushed',
        account: account.id,
        done: tally.created + tally.updated + tally.deleted,
        of: total,
      });
    });
    await deps.provider(account.id).apply(
      orders.map(({ write }) => write),
      journal,
      signal,
    );
    orders = again.map((order) => nextGeneration(order, deps.vault));
  }
  tally.failed += orders.length;
  return tally;
}

function journalFor(
  deps: EngineDeps,
  account: AccountId,
  orders: readonly Order[],
  tally: PushTally,
  again: Order[],
  dirty: Dirty,
  scene: CycleScene,
  moved: () => void,
): WriteJournal {
  const { store, clock } = deps;
  const { zone } = scene.settings;
  const inUse = new Set(scene.rules.flatMap(({ sources, targets }) => [...sources, ...targets]));
  const byRef = new Map(orders.map((order) => [order.ref, order]));
  const named = (ref: string): Order => {
    const order = byRef.get(ref);
    if (order === undefined)
      throw new Error('A provider answered for a write that it was not given');
    return order;
  };
  const record = intentRecorder(deps);
  const before = (refs: readonly string[]): void => record(refs.map(named));
  const after = (outcomes: readonly WriteOutcome[]): void => {
    store.transaction(() => {
      for (const outcome of outcomes) {
        const order = named(outcome.ref);
        const intent = store.intent(order.ref);
        const previous = rowBefore(store, order);
        const {
          record: row,
          next,
          doubtful,
        } = settle(
          order,
          outcome,
          previous,
          clock.now(),
          overlaps(spanOf(order.intended.content.time, zone), scene.window),
        );
        if (row === null) store.removeBlock(order.operation.target, order.intended.key);
        else store.saveBlock(row);
        if (next !== 'lost') store.settleIntent(outcome.ref);
        if (doubtful === true) store.dropCursor(order.operation.target);
        auditResult(deps, blockDeed(order), outcome.kind, intent?.audit ?? null);
        if (next === 'done') sample(deps, account, order, dirty);
        if (order.operation.kind === 'delete') {
          markCopies(store, order, dirty, zone);
          // Read once more after its last block went: a copy made meanwhile would lie there for ever.
          if (!inUse.has(order.operation.target)) store.dropCursor(order.operation.target);
        }
        count(tally, order, outcome, doubtful === true ? 'doubtful' : next);
        const well = wentWell(outcome.kind);
        if (well !== null) store.recordWrites(account, clock.now(), well ? 1 : 0, well ? 0 : 1);
        if (next === 'again') again.push(order);
        else if (next !== 'done') {
          dirty.markBlock(order.operation.target, order.intended.content.time, zone);
          markSource(dirty, order);
        }
      }
    });
    moved();
  };
  return { before, after };
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

function count(
  tally: PushTally,
  order: Order,
  outcome: WriteOutcome,
  next: ReturnType<typeof settle>['next'] | 'doubtful',
): void {
  // What was to go and is not found has gone, as far as anybody can tell before the next read.
  if (next === 'doubtful' && order.operation.kind === 'delete') tally.deleted += 1;
  else if (next === 'done') {
    if (order.operation.kind === 'create') tally.created += 1;
    else if (order.operation.kind === 'update') tally.updated += 1;
    else tally.deleted += 1;
  } else if (next === 'failed') {
    tally.failed += 1;
    tally.failures.push({ target: order.operation.target, failure: outcome as Failure });
  } else if (next === 'lost') tally.lost += 1;
  else if (next === 'replan' || next === 'doubtful') tally.replan += 1;
}
