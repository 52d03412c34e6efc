import type { ProviderKind } from '../model/account.ts';
import type { AccountId, CalendarId } from '../model/ids.ts';
import type { Operation } from './operation.ts';

/** Graph takes so many writes in one request; Google takes one. */
const BATCH: Readonly<Record<ProviderKind, number>> = { microsoft: 20, google: 1 };

/** Requests that carrying out a plan will cost, without retries: reads once per calendar, writes as providers take them. */
export function requestEstimate(
  operations: readonly Operation[],
  reads: number,
  accountOf: (
    target: CalendarId,
  ) => { readonly id: AccountId; readonly provider: ProviderKind } | null,
): number {
  const writes = new Map<AccountId, { count: number; readonly batch: number }>();
  for (const { kind, target } of operations) {
    if (kind === 'link' || kind === 'forget') continue;
    const account = accountOf(target);
    if (account === null) continue;
    const row = writes.get(account.id) ?? { count: 0, batch: BATCH[account.provider] };
    row.count += 1;
    writes.set(account.id, row);
  }
  return [...writes.values()].reduce(
    (sum, { count, batch }) => sum + Math.ceil(count / batch),
    reads,
  );
}
