import { instant, type Instant } from '../../shared/time/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Bell } from './bell.ts';
import type { CycleReport } from './cycle-report.ts';
import type { Engine } from './engine.ts';
import { nextPollAt, type Surroundings } from './schedule.ts';

export interface WatchDeps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly random: Random;
  readonly surroundings: () => Surroundings;
  readonly quotaShare: () => number;
  readonly bell: Bell;
  /** While true, no cycle begins but those that the user insists on. */
  readonly paused: () => boolean;
  /** Told when the next cycle is due, as far as is known now. */
  readonly onSchedule: (due: Instant) => void;
  readonly onReport: (report: CycleReport) => void;
}

/** Sleeps are cut to this, so that a device that was suspended notices the wall clock soon after it wakes. */
const LONGEST_NAP_MS = 10_000;

/** Runs cycles when they are due until the signal is aborted. Resolves then. */
export async function watch(deps: WatchDeps, signal: AbortSignal): Promise<void> {
  const { engine, clock, bell } = deps;
  let lastCycleAt: Instant | null = null;
  let lastChangeAt: Instant | null = null;
  let failures = 0;
  while (!signal.aborted) {
    const wanted = bell.take();
    const now = clock.now();
    const due = nextPollAt({
      ...deps.surroundings(),
      now,
      lastCycleAt,
      lastChangeAt,
      failures,
      quotaShare: deps.quotaShare(),
    });
    // A little chance keeps many installations from asking in the same second.
    const jitter = lastCycleAt === null ? 0 : deps.random.next() * 2_000;
    const paused = deps.paused();
    if (paused ? wanted !== 'insisted' : wanted === 'none' && due + jitter > now) {
      deps.onSchedule(due);
      const rest = paused ? LONGEST_NAP_MS : due + jitter - now;
      await bell.nap(clock, Math.min(rest, LONGEST_NAP_MS), signal);
      continue;
    }
    const report = await engine.cycle(signal);
    lastCycleAt = clock.now();
    if (report.pulled + report.created + report.updated + report.deleted > 0)
      lastChangeAt = instant(lastCycleAt);
    failures = failuresAfter(report, failures);
    deps.onReport(report);
  }
}

/** Cycles in a row that did not go well. That an account still reads is neither: it may be slow, or not answer at all. */
function failuresAfter({ ok, failed, accounts }: CycleReport, before: number): number {
  if (ok) return 0;
  return failed > 0 || accounts.length > 0 ? before + 1 : before;
}
