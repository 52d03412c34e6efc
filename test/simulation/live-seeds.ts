import { runLife } from './run-life.ts';
import { scriptOf } from './script.ts';
import { FaultCount } from './tally.ts';

const STEPS = 150;

/** Lives of one stretch of seeds; every tenth on two devices. */
export async function liveSeeds(
  from: number,
  count: number,
): Promise<{ readonly failures: readonly string[]; readonly counts: FaultCount }> {
  const failures: string[] = [];
  const counts = new FaultCount();
  for (let seed = from; seed < from + count; seed++) {
    const end = await runLife(scriptOf(seed, STEPS, seed % 10 === 0 ? 2 : 1));
    counts.add(end);
    if (end.failure !== null) failures.push(`${seed}: ${end.failure}`);
  }
  return { failures, counts };
}
