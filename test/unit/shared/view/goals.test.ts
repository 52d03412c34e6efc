import { describe, expect, it } from 'vitest';
import { missedGoals, type Performance } from '../../../../shared/view/goals.ts';

const good: Performance = {
  latencyP50: 10_000,
  latencyP95: 119_999,
  changes: 20,
  successRate: 0.999,
  writes: 1_000,
  quotaShare: 0.79,
};

describe('goals', () => {
  it('are missed at the very limit, not before it', () => {
    expect(missedGoals(good)).toEqual([]);
    expect(
      missedGoals({ ...good, latencyP95: 120_000, successRate: 0.9989, quotaShare: 0.8 }),
    ).toEqual(['latency', 'success', 'quota']);
  });

  it('are not called missed on a handful of changes or writes', () => {
    expect(missedGoals({ ...good, latencyP95: 900_000, changes: 19 })).toEqual([]);
    expect(missedGoals({ ...good, successRate: 0.5, writes: 2 })).toEqual([]);
  });

  it('say nothing where nothing was measured', () => {
    expect(
      missedGoals({ ...good, latencyP95: null, successRate: null, changes: 0, writes: 0 }),
    ).toEqual([]);
  });
});
