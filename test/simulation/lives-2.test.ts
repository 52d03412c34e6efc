import { describe, expect, it } from 'vitest';
import { liveSeeds } from './live-seeds.ts';

describe('[security T1] [security T5] [security T8] random lives', () => {
  it('keep every promise, and meet and survive every fault', { timeout: 1_500_000 }, async () => {
    const { code, said } = await liveSeeds(501, 500);
    expect(code, said).toBe(0);
  });
});
