/** How well it goes against what was promised, from what was measured: the same figures for the window and the command. */
import type { Account } from '../../shared/model/account.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { DAY, instant, plus, type Instant } from '../../shared/time/instant.ts';
import { missedGoals, type GoalName, type Performance } from '../../shared/view/goals.ts';
import { percentile } from '../../shared/view/percentile.ts';
import type { LatencySample, Measure } from '../ports/store.ts';
import type { Profile } from './profile.ts';

/** What the figures speak about. */
const SPAN_DAYS = 7;
const HISTORY_DAYS = 14;

export interface AccountFigures extends Performance {
  readonly account: AccountId;
  /** Writes under way, or whose answer nobody heard. */
  readonly queue: number;
  /** Goals missed in the last 24 hours. */
  readonly missed: readonly GoalName[];
  /** One for each of the last fourteen days, today (UTC) last. */
  readonly days: readonly (Performance & { readonly day: Instant })[];
}

export interface MissedGoal {
  readonly account: AccountId;
  readonly goal: GoalName;
}

interface Measured {
  readonly latencies: readonly LatencySample[];
  readonly measures: readonly Measure[];
}

export function accountFigures(profile: Profile): readonly AccountFigures[] {
  const { settings, store, engineDeps } = profile;
  const now = engineDeps.clock.now();
  const today = Math.floor(now / DAY) * DAY;
  const from = instant(today - (HISTORY_DAYS - 1) * DAY);
  const all = { latencies: store.latenciesSince(from), measures: store.measuresSince(from) };
  const queues = queueByAccount(profile);
  return settings.read().accounts.map(({ id }) => {
    const own = of(all, id);
    return {
      account: id,
      ...performance(within(own, plus(now, -SPAN_DAYS * DAY), now)),
      queue: queues.get(id) ?? 0,
      missed: missedGoals(performance(within(own, plus(now, -DAY), now))),
      days: Array.from({ length: HISTORY_DAYS }, (_, index) => {
        const day = instant(from + index * DAY);
        return { day, ...performance(within(own, day, instant(day + DAY - 1))) };
      }),
    };
  });
}

/** The goals missed in the last 24 hours: what an alert is for. */
export function missedNow({ settings, store, engineDeps }: Profile): readonly MissedGoal[] {
  const now = engineDeps.clock.now();
  const from = plus(now, -DAY);
  const all = { latencies: store.latenciesSince(from), measures: store.measuresSince(from) };
  return settings
    .read()
    .accounts.flatMap(({ id }) =>
      missedGoals(performance(of(all, id))).map((goal) => ({ account: id, goal })),
    );
}

function of({ latencies, measures }: Measured, id: Account['id']): Measured {
  return {
    latencies: latencies.filter(({ account }) => account === id),
    measures: measures.filter(({ account }) => account === id),
  };
}

function within({ latencies, measures }: Measured, from: Instant, to: Instant): Measured {
  return {
    latencies: latencies.filter(({ at }) => at >= from && at <= to),
    measures: measures.filter(({ hour }) => hour >= from && hour <= to),
  };
}

function performance({ latencies, measures }: Measured): Performance {
  const ms = latencies.map((sample) => sample.ms);
  const good = measures.reduce((sum, measure) => sum + measure.good, 0);
  const writes = measures.reduce((sum, measure) => sum + measure.good + measure.bad, 0);
  return {
    latencyP50: percentile(ms, 0.5),
    latencyP95: percentile(ms, 0.95),
    changes: ms.length,
    successRate: writes === 0 ? null : good / writes,
    writes,
    quotaShare: Math.max(0, ...measures.map(({ quotaShare }) => quotaShare)),
  };
}

function queueByAccount({ store }: Profile): ReadonlyMap<AccountId, number> {
  const accounts = new Map(store.calendars().map(({ id, account }) => [id, account]));
  const queues = new Map<AccountId, number>();
  for (const { intended } of store.openIntents()) {
    const account = accounts.get(intended.target);
    if (account !== undefined) queues.set(account, (queues.get(account) ?? 0) + 1);
  }
  return queues;
}
