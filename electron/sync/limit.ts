import { allDone } from '../ports/all-done.ts';

/** Runs `work` on each item, at most `width` at a time, in order of the list. Rejects with the first rejection, once nothing runs any more. */
export async function forEachLimited<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await allDone(Array.from({ length: Math.min(width, items.length) }, worker));
}
