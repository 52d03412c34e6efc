/** What may become a target of "Block me now". */
export interface BlockTargetSources {
  /** Calendars that the user chose for it, by key; null where nothing was chosen. */
  readonly chosen: readonly string[] | null;
  /** Calendars that a block can be written to. */
  readonly writable: readonly string[];
  /** Targets of the rules that are on. */
  readonly ruleTargets: readonly string[];
}

/**
 * Where "Block me now" writes: what the user chose for it; where nothing was chosen, every target of a rule that is on;
 * without any, every calendar that can be written. A choice is never widened: where none of it can be written, nowhere.
 */
export function blockTargets(sources: BlockTargetSources): readonly string[] {
  const { chosen, writable, ruleTargets } = sources;
  const among = (keys: readonly string[]): readonly string[] => {
    const wanted = new Set(keys);
    return writable.filter((key) => wanted.has(key));
  };
  if (chosen !== null) return among(chosen);
  const usual = among(ruleTargets);
  return usual.length > 0 ? usual : writable;
}
