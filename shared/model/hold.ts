import type { Instant } from '../time/instant.ts';
import type { BlockKey, CalendarId, RuleId } from './ids.ts';

export const holdReasons = [
  /** More than max(10, 25 %) of a target's blocks would go at once. */
  'manyRemovals',
  /** A source calendar that was full is suddenly empty. */
  'sourceEmptied',
  /** The provider discarded our change cursor, so the whole calendar was read anew. */
  'cursorReset',
  /** This computer's clock is off by more than six hours, or jumped. */
  'clockJump',
  'zoneChanged',
  'engineChanged',
  /** Nothing here asks for them, and another device of the person's may have written them. */
  'otherDevice',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Removals of one rule on one target that a safety brake has stopped until the user decides. */
export interface Hold {
  /** Null for blocks known only by their marker. */
  readonly rule: RuleId | null;
  readonly target: CalendarId;
  readonly reason: HoldReason;
  readonly keys: readonly BlockKey[];
  /** Approved before these were held, and not removed yet: they go on being removed. */
  readonly released?: readonly BlockKey[];
  readonly since: Instant;
  /** `approved`: exactly these keys may go in the next cycle. `rejected`: the user wants them kept as they are. */
  readonly state: 'waiting' | 'approved' | 'rejected';
}
