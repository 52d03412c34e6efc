import { describe, expect, it } from 'vitest';
import type { LifeEnd } from './run-life.ts';
import { scriptOf } from './script.ts';
import { liveSideBySide } from './side-by-side.ts';

const scripts = [2, 5, 10].map((seed) => scriptOf(seed, 15, seed % 10 === 0 ? 2 : 1));

async function lived(processes: number, goOn = true): Promise<ReadonlyMap<number, LifeEnd>> {
  const ends = new Map<number, LifeEnd>();
  await liveSideBySide(scripts, processes, ({ seed }, end) => {
    ends.set(seed, end);
    return Promise.resolve(goOn);
  });
  return ends;
}

describe('[security T1] lives side by side', () => {
  it('are the same, byte for byte, as in one process', async () => {
    const [alone, apart] = [await lived(1), await lived(2)];
    expect(alone.size).toBe(3);
    expect(new Map([...apart].sort(([a], [b]) => a - b))).toEqual(alone);
  });

  it('end where somebody has heard enough', async () => {
    expect((await lived(1, false)).size).toBe(1);
  });
});
