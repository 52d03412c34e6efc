import { describe, expect, it } from 'vitest';
import { liveSeeds, newlyBroken } from './live-seeds.ts';
import { runLife } from './run-life.ts';
import { parseSteps, scriptOf, scriptText } from './script.ts';

describe('[security T1] [security T5] [security T8] random lives', () => {
  it('that failed once keep every promise now', async () => {
    const { default: failedOnce } = await import('./failed-once.json', { with: { type: 'json' } });
    for (const { seed, devices, steps } of failedOnce) {
      const { failure } = await runLife({ seed, devices, steps: parseSteps(steps) });
      expect(failure, `seed ${seed}`).toBeNull();
    }
  });

  it('are the same, byte for byte, whenever they are lived', async () => {
    for (const seed of [3, 10, 17, 40]) {
      const script = scriptOf(seed, 80, seed % 10 === 0 ? 2 : 1);
      const [one, other] = [await runLife(script), await runLife(script)];
      expect(other.trace).toBe(one.trace);
      expect(one.requests).toBeGreaterThan(20);
    }
  });

  it('mean the same after they were written down', () => {
    const script = scriptOf(1, 30, 1);
    expect(parseSteps(scriptText(script))).toEqual(script.steps);
    expect(scriptText(script)).not.toBe(scriptText(scriptOf(2, 30, 1)));
  });

  // Two files of them, so that two processors have work.
  it('keep every promise, and meet and survive every fault', { timeout: 1_500_000 }, async () => {
    const { said } = await liveSeeds(1, 500);
    expect(said).toContain('500 of 500 lives');
    expect(newlyBroken(said), said).toEqual([]);
    expect(said).not.toMatch(/^(Never|Not in the table)/m);
  });
});
