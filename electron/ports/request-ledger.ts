import type { AccountId } from '../../shared/model/ids.ts';

/** What a request was for; the keys of `requests.<account>.byKind` in the command's output. */
export type RequestKind =
  'calendars' | 'delta' | 'list' | 'get' | 'batch' | 'create' | 'update' | 'delete' | 'token';

export interface RequestTotals {
  /** HTTP requests sent, retries included. */
  readonly total: number;
  /** What the provider's quota counts: each part of a batch is one (providers.md 3.4). */
  readonly units: number;
  readonly byKind: Readonly<Partial<Record<RequestKind, number>>>;
  /** Highest share of the provider's quota used in any of its windows so far, 0 to 1 and above. */
  readonly quotaShare: number;
}

/** Counts every request per account. */
export interface RequestLedger {
  record(account: AccountId, kind: RequestKind, units: number): void;
  totals(account: AccountId): RequestTotals;
  /** Share of the quota that is in use now, 0 to 1 and above. */
  inUse(account: AccountId): number;
  /** The highest share in use since this was last asked. */
  takePeak(account: AccountId): number;
}
