import { describe, expect, it } from 'vitest';
import { liveSeeds } from './live-seeds.ts';

describe('[security T1] [security T5] random lives', () => {
  it('keep every promise, and meet and survive every fault', { timeout: 600_000 }, async () => {
    const { failures, counts } = await liveSeeds(501, 500);
    expect(failures).toEqual([]);
    expect(counts.unproven()).toEqual([]);
  });
});
