import type { Account } from '../../shared/model/account.ts';
import type { RequestLedger, RequestTotals } from '../ports/request-ledger.ts';

export type RequestsByLabel = Readonly<
  Record<string, Pick<RequestTotals, 'total' | 'units' | 'byKind' | 'quotaShare'>>
>;

/** Requests of this run by the labels that people gave their accounts. */
export function requestsByLabel(
  accounts: readonly Account[],
  ledger: RequestLedger,
): RequestsByLabel {
  return Object.fromEntries(accounts.map(({ id, label }) => [label, ledger.totals(id)]));
}
