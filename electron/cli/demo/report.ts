import type { ScenarioStep } from '../../simulator/sample/scenario.ts';
import { table } from '../table.ts';
import type { Verdict } from './invariants.ts';
import type { CalendarRow, Round } from './round.ts';

/** What `demo --json` prints. */
export interface DemoView {
  readonly ok: boolean;
  readonly accounts: readonly {
    readonly label: string;
    readonly provider: string;
    readonly calendars: number;
    readonly requests: number;
  }[];
  readonly calendars: readonly CalendarRow[];
  readonly invariants: readonly Verdict[];
  readonly rounds: readonly {
    readonly name: string;
    readonly created: number;
    readonly updated: number;
    readonly deleted: number;
    readonly held: number;
    readonly failed: number;
    readonly requests: number;
    readonly minimum: number;
    readonly durationMs: number;
  }[];
  readonly requests: {
    readonly total: number;
    readonly minimum: number;
    readonly byAccount: Readonly<Record<string, number>>;
  };
  readonly latencyMs: { readonly p50: number; readonly p95: number };
  readonly durationMs: number;
}

interface DemoFacts {
  readonly rounds: readonly Round[];
  readonly verdicts: readonly Verdict[];
  readonly latencies: readonly number[];
  readonly durationMs: number;
}

export function demoView({ rounds, verdicts, latencies, durationMs }: DemoFacts): DemoView {
  const byAccount: Record<string, number> = {};
  for (const { requests } of rounds) {
    for (const [label, count] of Object.entries(requests.byAccount))
      byAccount[label] = (byAccount[label] ?? 0) + count;
  }
  const calendars = rounds.at(-1)?.calendars ?? [];
  const sum = (of: (round: Round) => number): number =>
    rounds.reduce((total, round) => total + of(round), 0);
  return {
    ok: verdicts.every(({ ok }) => ok),
    accounts: Object.entries(byAccount).map(([label, requests]) => {
      const own = calendars.filter(({ account }) => account === label);
      return { label, provider: own[0]?.provider ?? '', calendars: own.length, requests };
    }),
    calendars: totals(rounds),
    invariants: verdicts,
    rounds: rounds.map(({ name, report, requests }) => ({
      name,
      created: report.created,
      updated: report.updated,
      deleted: report.deleted,
      held: report.held,
      failed: report.failed,
      requests: requests.total,
      minimum: requests.minimum,
      durationMs: Math.round(report.durationMs),
    })),
    requests: {
      total: sum(({ requests }) => requests.total),
      minimum: sum(({ requests }) => requests.minimum),
      byAccount,
    },
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    durationMs: Math.round(durationMs),
  };
}

/** Each calendar once: what it holds at the end, and all that was written to it. */
function totals(rounds: readonly Round[]): readonly CalendarRow[] {
  const last = rounds.at(-1)?.calendars ?? [];
  return last.map((row, index) => {
    const all = rounds.flatMap(({ calendars }) => calendars[index] ?? []);
    const sum = (field: 'created' | 'updated' | 'deleted'): number =>
      all.reduce((total, one) => total + one[field], 0);
    return { ...row, created: sum('created'), updated: sum('updated'), deleted: sum('deleted') };
  });
}

/** The value that a share of the sorted list does not exceed; 0 of an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function demoWords(
  view: DemoView,
  rounds: readonly Round[],
  steps: readonly ScenarioStep[],
): string {
  return [
    '',
    table(
      ['Account', 'Calendar', 'Events', 'Blocks', 'Created', 'Changed', 'Removed'],
      view.calendars.map(({ account, calendar, events, blocks, created, updated, deleted }) => [
        account,
        calendar,
        events,
        blocks,
        created,
        updated,
        deleted,
      ]),
    ),
    '',
    table(
      ['Round', 'Created', 'Changed', 'Removed', 'Requests', 'Least possible', 'Seconds'],
      view.rounds.map(({ name, created, updated, deleted, requests, minimum, durationMs }) => [
        name,
        created,
        updated,
        deleted,
        requests,
        minimum,
        (durationMs / 1000).toFixed(1),
      ]),
    ),
    '',
    'What people did between the first and the second round:',
    ...steps.map(({ what, touched }) => `  ${what} (${touched} occurrences)`),
    `From a change to its blocks: ${view.latencyMs.p50} ms in the middle, ${view.latencyMs.p95} ms for 95 of 100.`,
    '',
    ...view.invariants.map(
      ({ ok, name, detail }) => `${ok ? 'holds ' : 'BROKEN'}  ${name} (${detail})`,
    ),
    '',
    `${view.ok ? 'Every promise holds.' : 'A promise is broken.'} ${rounds.length} rounds, ${view.requests.total} requests, ${(view.durationMs / 1000).toFixed(1)} s.`,
  ].join('\n');
}
