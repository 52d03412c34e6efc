import { describe, expect, it } from 'vitest';
import { liveSeeds, newlyBroken } from './live-seeds.ts';

describe('[security T1] [security T5] [security T8] random lives', () => {
  it('keep every promise, and meet and survive every fault', { timeout: 1_500_000 }, async () => {
    const { said } = await liveSeeds(501, 500);
    expect(said).toContain('500 of 500 lives');
    expect(newlyBroken(said), said).toEqual([]);
    expect(said).not.toMatch(/^(Never|Not in the table)/m);
  });
});
