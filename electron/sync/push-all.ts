import type { AccountId } from '../../shared/model/ids.ts';
import type { Operation } from '../../shared/plan/operation.ts';
import { allDone } from '../ports/all-done.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Order } from './order.ts';
import { pushAccount, type PushTally } from './push.ts';
import { resolveUncertain } from './uncertain.ts';

export interface AccountPush {
  readonly account: AccountId;
  readonly tally: PushTally;
}

/**
 * Carries out a guarded plan: what costs no request at once, the rest account by account, side by side. An account whose
 * lists are just being read is written to later: a row that goes in the middle of a list makes another one be passed over.
 */
export async function pushAll(
  deps: EngineDeps,
  scene: CycleScene,
  operations: readonly Operation[],
  dirty: Dirty,
  reading: ReadonlySet<AccountId>,
  signal: AbortSignal,
): Promise<readonly AccountPush[]> {
  settleLocally(deps, operations);
  const byAccount = new Map<AccountId, Order['operation'][]>();
  for (const operation of operations) {
    if (operation.kind === 'link' || operation.kind === 'forget') continue;
    const account = scene.byId.get(operation.target)?.account;
    if (account === undefined) continue;
    if (reading.has(account)) {
      postpone(operation, dirty, scene.settings.zone);
      continue;
    }
    byAccount.set(account, [...(byAccount.get(account) ?? []), operation]);
  }
  const accounts = scene.settings.accounts.filter(({ id }) => byAccount.has(id));
  return allDone(
    accounts.map(async (account) => {
      const wanted = byAccount.get(account.id) ?? [];
      const resolved = await resolveUncertain(deps, scene, wanted, dirty, signal);
      const { remaining, failures } = resolved;
      const tally = await pushAccount(deps, account, remaining, dirty, scene, signal);
      tally.failed += failures.length;
      tally.failures.push(...failures);
      return { account: account.id, tally };
    }),
  );
}

function postpone(operation: Order['operation'], dirty: Dirty, zone: string): void {
  const content = operation.kind === 'delete' ? operation.record.content : operation.content;
  dirty.markBlock(operation.target, content.time, zone);
  if (operation.kind !== 'create')
    dirty.markBlock(operation.target, operation.record.content.time, zone);
  const slot = operation.kind === 'delete' ? operation.record.slot : operation.slot;
  if (slot !== null) dirty.markSlot(slot);
}

function settleLocally({ store }: EngineDeps, operations: readonly Operation[]): void {
  store.transaction(() => {
    for (const operation of operations) {
      if (operation.kind === 'link') store.saveBlock({ ...operation.record, slot: operation.slot });
      // It was not us who removed it: should a read show it after all, that is no echo of ours.
      if (operation.kind === 'forget')
        store.saveBlock({ ...operation.record, state: 'gone', writtenAt: null });
    }
  });
}
