import { describe, expect, it } from 'vitest';
import { runLife } from './run-life.ts';
import { scriptOf, scriptText } from './script.ts';
import { FaultCount } from './tally.ts';

/** So that both processors have work: vitest runs test files side by side. */
const HALF = 500;
const STEPS = 150;

/** Lives that once failed, shortened: lived again first. */
export const regressions: readonly (readonly [number, number, string])[] = [];

export async function live(from: number): Promise<{ failures: string[]; counts: FaultCount }> {
  const failures: string[] = [];
  const counts = new FaultCount();
  for (let seed = from; seed < from + HALF; seed++) {
    const script = scriptOf(seed, STEPS, seed % 10 === 0 ? 2 : 1);
    const end = await runLife(script);
    counts.add(end);
    if (end.failure !== null) failures.push(`${seed}: ${end.failure}`);
  }
  return { failures, counts };
}

describe('[security T1] random lives', () => {
  it('keep every promise, and meet and survive every fault', { timeout: 280_000 }, async () => {
    const { failures, counts } = await live(1);
    expect(failures).toEqual([]);
    expect(counts.unproven()).toEqual([]);
  });

  it('are the same, byte for byte, whenever they are lived', async () => {
    for (const seed of [3, 10, 17, 40]) {
      const script = scriptOf(seed, 80, seed % 10 === 0 ? 2 : 1);
      const [one, other] = [await runLife(script), await runLife(script)];
      expect(other.trace).toBe(one.trace);
      expect(one.requests).toBeGreaterThan(20);
    }
  });

  it('differ by their seed, and mean the same after they were written down', () => {
    expect(scriptText(scriptOf(1, 30, 1))).not.toBe(scriptText(scriptOf(2, 30, 1)));
  });
});
