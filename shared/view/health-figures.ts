import type { Health } from '../ipc/activity.ts';
import { goals } from './goals.ts';

export type AccountHealth = Health['accounts'][number];

export type Verdict = 'met' | 'missed' | 'unknown';

/** One number with what it should be. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly goal: string | null;
  readonly verdict: Verdict;
  /** How much of the goal is used up, 0 to 1; null where that makes no sense. */
  readonly share: number | null;
}

export function figuresOf(health: AccountHealth): readonly Figure[] {
  const { latencyP50, latencyP95, successRate, quotaShare, queue } = health;
  return [
    latency('Latency, half of changes', latencyP50),
    latency('Latency, 95 of 100', latencyP95),
    {
      label: 'Writes that went well',
      value: successRate === null ? '–' : percent(successRate, 2),
      goal: `at least ${percent(goals.successRate, 1)}`,
      verdict: verdict(successRate, (rate) => rate >= goals.successRate),
      share: null,
    },
    {
      label: 'Share of the quota',
      value: percent(quotaShare, 0),
      goal: `below ${percent(goals.quotaShare, 0)}`,
      verdict: quotaShare < goals.quotaShare ? 'met' : 'missed',
      share: Math.min(1, Math.max(0, quotaShare)),
    },
    {
      label: 'Waiting to be written',
      value: queue.toLocaleString('en'),
      goal: null,
      verdict: 'unknown',
      share: null,
    },
  ];
}

function latency(label: string, ms: number | null): Figure {
  return {
    label,
    value: ms === null ? '–' : sayDuration(ms),
    goal: `under ${sayDuration(goals.latencyMs)}`,
    verdict: verdict(ms, (value) => value < goals.latencyMs),
    share: ms === null ? null : Math.min(1, ms / goals.latencyMs),
  };
}

function verdict(value: number | null, holds: (value: number) => boolean): Verdict {
  if (value === null) return 'unknown';
  return holds(value) ? 'met' : 'missed';
}

/** Whether every goal that has a sample is met. */
export function overall(accounts: readonly AccountHealth[]): Verdict {
  const verdicts = accounts.flatMap((one) =>
    figuresOf(one)
      .filter(({ goal }) => goal !== null)
      .map((figure) => figure.verdict),
  );
  if (verdicts.includes('missed')) return 'missed';
  return verdicts.includes('met') ? 'met' : 'unknown';
}

export function sayDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** Rounded down, so that 99.94 % never reads as the 99.95 % that it is not. */
function percent(share: number, digits: number): string {
  const step = 10 ** digits;
  return `${(Math.floor(share * 100 * step + 1e-9) / step).toLocaleString('en', { maximumFractionDigits: digits })} %`;
}

/** The cycles as the columns of a chart: seconds since 1970, seconds of those that went well, and of those that failed. */
export function cycleColumns(
  cycles: Health['cycles'],
): [number[], (number | null)[], (number | null)[]] {
  return [
    cycles.map(({ at }) => at / 1_000),
    cycles.map(({ ok, durationMs }) => (ok ? durationMs / 1_000 : null)),
    cycles.map(({ ok, durationMs }) => (ok ? null : durationMs / 1_000)),
  ];
}

/** The chart in one sentence, for those who do not see it. */
export function sayCycles(cycles: Health['cycles']): string {
  if (cycles.length === 0) return 'No sync has run yet.';
  const failed = cycles.filter(({ ok }) => !ok).length;
  const longest = Math.max(...cycles.map(({ durationMs }) => durationMs));
  const count = cycles.length === 1 ? 'One sync' : `${cycles.length} syncs`;
  const trouble = failed === 0 ? 'none failed' : `${failed} did not finish`;
  return `${count}, ${trouble}; the longest took ${sayDuration(longest)}.`;
}
