/** What the product promises of each account. */
export const goals = { latencyMs: 120_000, successRate: 0.999, quotaShare: 0.8 } as const;

export const goalNames = ['latency', 'success', 'quota'] as const;
export type GoalName = (typeof goalNames)[number];

/** How an account did over some span; null where nothing was measured. */
export interface Performance {
  readonly latencyP50: number | null;
  readonly latencyP95: number | null;
  /** Changes whose way to their block was measured. */
  readonly changes: number;
  readonly successRate: number | null;
  readonly writes: number;
  readonly quotaShare: number;
}

/** Of fewer than these, one that is late or fails says nothing about the rest. */
const ENOUGH = 20;

/** The goals that were missed, by enough measurements to call it so: what is worth an alert. */
export function missedGoals(performance: Performance): readonly GoalName[] {
  const { latencyP95, changes, successRate, writes, quotaShare } = performance;
  const missed: Readonly<Record<GoalName, boolean>> = {
    latency: changes >= ENOUGH && latencyP95 !== null && latencyP95 >= goals.latencyMs,
    success: writes >= ENOUGH && successRate !== null && successRate < goals.successRate,
    quota: quotaShare >= goals.quotaShare,
  };
  return goalNames.filter((goal) => missed[goal]);
}

/** One sentence per missed goal, for an account's name. */
export function missedSentence(goal: GoalName, account: string): string {
  switch (goal) {
    case 'latency':
      return `On “${account}”, 5 of 100 changes took two minutes or more to become blocks.`;
    case 'success':
      return `On “${account}”, fewer than 999 of 1,000 writes went well.`;
    case 'quota':
      return `“${account}” used 80 % or more of the requests that its provider allows.`;
  }
}
