import type { Options } from '../model/rule.ts';

/**
 * The options with one of them set. What has no effect any more goes with it: a gap to merge across is meaningless,
 * and refused, without merging.
 */
export function withOption<K extends keyof Options>(
  options: Options,
  key: K,
  value: Options[K],
): Options {
  const next = { ...options, [key]: value };
  return key === 'merge' && !next.merge ? { ...next, mergeGap: 0 } : next;
}
