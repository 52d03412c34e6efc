import type { Account } from '../../shared/model/account.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { Failure } from '../ports/outcome.ts';
import type { WriteOutcome } from '../ports/provider.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { nextGeneration, orderFor, type Order } from './order.ts';
import { writeJournal, type Next } from './write-journal.ts';

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

/** Writes that are not carried out, or of which nobody knows. */
export function leftAny({ failed, lost, replan }: PushTally): boolean {
  return failed + lost + replan > 0;
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
    const tell = (order: Order, outcome: WriteOutcome, next: Next): void => {
      count(tally, order, outcome, next);
      if (next === 'again') again.push(order);
    };
    const moved = (): void =>
      deps.progress({
        kind: 'pushed',
        account: account.id,
        done: tally.created + tally.updated + tally.deleted,
        of: total,
      });
    const journal = writeJournal(deps, { account: account.id, scene, dirty, tell, moved }, orders);
    await deps.provider(account.id).apply(
      orders.map(({ write }) => write),
      journal,
      signal,
    );
    orders = again.map((order) => nextGeneration(order, deps.vault));
  }
  tally.failed += orders.length;
  for (const { intended } of orders)
    dirty.markBlock(intended.target, intended.content.time, scene.settings.zone);
  return tally;
}

function count(tally: PushTally, order: Order, outcome: WriteOutcome, next: Next): void {
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
