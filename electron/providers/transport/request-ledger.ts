import type { AccountId } from '../../../shared/model/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RequestKind, RequestLedger, RequestTotals } from '../../ports/request-ledger.ts';

export interface Quota {
  readonly units: number;
  readonly windowMs: number;
}

/** A window is counted in this many parts: coarse enough to be cheap, fine enough to be right within a tenth. */
const PARTS = 10;

interface Tally {
  total: number;
  units: number;
  readonly byKind: Partial<Record<RequestKind, number>>;
  /** Units per part of the window, by the part's number since the clock began. */
  readonly parts: Map<number, number>;
  peak: number;
  /** As `peak`, since it was last taken. */
  recent: number;
}

/** Counts requests per account, and how much of the provider's quota they use. */
export function createRequestLedger(
  clock: Clock,
  quotaOf: (account: AccountId) => Quota,
): RequestLedger {
  const tallies = new Map<AccountId, Tally>();
  const tallyOf = (account: AccountId): Tally => {
    const known = tallies.get(account);
    if (known !== undefined) return known;
    const fresh: Tally = { total: 0, units: 0, byKind: {}, parts: new Map(), peak: 0, recent: 0 };
    tallies.set(account, fresh);
    return fresh;
  };
  const inUse = (account: AccountId): number => {
    const { parts } = tallyOf(account);
    const { units, windowMs } = quotaOf(account);
    const part = Math.floor(clock.monotonic() / (windowMs / PARTS));
    for (const old of parts.keys()) if (old <= part - PARTS) parts.delete(old);
    return [...parts.values()].reduce((sum, one) => sum + one, 0) / units;
  };
  return {
    record(account, kind, units) {
      const tally = tallyOf(account);
      tally.total += 1;
      tally.units += units;
      tally.byKind[kind] = (tally.byKind[kind] ?? 0) + 1;
      const part = Math.floor(clock.monotonic() / (quotaOf(account).windowMs / PARTS));
      tally.parts.set(part, (tally.parts.get(part) ?? 0) + units);
      const share = inUse(account);
      tally.peak = Math.max(tally.peak, share);
      tally.recent = Math.max(tally.recent, share);
    },
    totals(account): RequestTotals {
      const { total, units, byKind, peak } = tallyOf(account);
      return { total, units, byKind: { ...byKind }, quotaShare: peak };
    },
    inUse: (account) => (tallies.has(account) ? inUse(account) : 0),
    takePeak(account) {
      const tally = tallyOf(account);
      const { recent } = tally;
      tally.recent = 0;
      return recent;
    },
  };
}
