import { MINUTE, type Instant } from '../../shared/time/instant.ts';

/** What the shell knows of its surroundings; the headless command knows little and says so. */
export interface Surroundings {
  readonly userActive: boolean;
  readonly onBattery: boolean;
}

export interface PollBasis extends Surroundings {
  readonly now: Instant;
  readonly lastCycleAt: Instant | null;
  /** Last time a cycle saw or made a change. */
  readonly lastChangeAt: Instant | null;
  /** Cycles in a row that did not go well. */
  readonly failures: number;
  /** Highest share of a provider's quota in use by any account, 0 to 1. */
  readonly quotaShare: number;
}

const ACTIVE_MS = 30_000;
const IDLE_MS = 2 * MINUTE;
const BATTERY_MS = 5 * MINUTE;
const LONGEST_MS = 15 * MINUTE;
/** Above this share of the quota polls become rarer, so that writes never meet the limit. */
const QUOTA_CEILING = 0.8;

/**
 * When the next cycle is due, by the wall clock: after eight hours of sleep that is now, once, and not 240 times.
 * Short while the user is active or a change was just seen, long when idle, on battery, failing or near the quota.
 */
export function nextPollAt(basis: PollBasis): Instant {
  if (basis.lastCycleAt === null || basis.lastCycleAt > basis.now) return basis.now;
  return Math.min(
    basis.lastCycleAt + pollInterval(basis),
    basis.lastCycleAt + LONGEST_MS,
  ) as Instant;
}

export function pollInterval({
  userActive,
  onBattery,
  lastChangeAt,
  failures,
  quotaShare,
  now,
}: PollBasis): number {
  const lively = userActive || (lastChangeAt !== null && now - lastChangeAt < 5 * MINUTE);
  const calm = onBattery ? BATTERY_MS : IDLE_MS;
  const base = lively && !onBattery ? ACTIVE_MS : calm;
  const afterFailures = base * 2 ** Math.min(failures, 5);
  const nearQuota = quotaShare > QUOTA_CEILING ? afterFailures * 4 : afterFailures;
  return Math.min(nearQuota, LONGEST_MS);
}
