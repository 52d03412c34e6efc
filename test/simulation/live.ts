import { runLife, type LifeEnd } from './run-life.ts';
import type { Script } from './script.ts';

/** Every 25th life is lived twice: the same seed must give the same trace, byte for byte. */
export async function live(script: Script): Promise<LifeEnd> {
  const end = await runLife(script);
  if (script.seed % 25 !== 0 || end.failure !== null) return end;
  const again = await runLife(script);
  return again.trace === end.trace
    ? end
    : { ...end, failure: 'T1: one seed gave two different traces' };
}
