import { describe, expect, it } from 'vitest';
import { allDone } from '../../../../electron/ports/all-done.ts';

describe('work side by side', () => {
  it('ends only when all of it has ended, also where one part fails', async () => {
    const slow = { done: false };
    const part = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      slow.done = true;
    });
    await expect(allDone([Promise.reject(new Error('full')), part])).rejects.toThrow('full');
    expect(slow.done).toBe(true);
    expect(await allDone([Promise.resolve(1), Promise.resolve(2)])).toEqual([1, 2]);
  });
});
