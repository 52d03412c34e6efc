import type { Refusal } from '../rules/eligible.ts';

/** Why an event that a rule accepts makes no block of its own on one target. */
export type RefusalOnTarget =
  /** The target holds the very meeting. */
  | 'targetHoldsMeeting'
  /** The same meeting in another source calendar already casts the block. */
  | 'sameMeeting'
  /** A rule with precedence casts the block. */
  | 'otherRule'
  /** The target is busy for the whole span, and the rule leaves such spans alone. */
  | 'targetBusy'
  /** The organisation's policy stops the rule for this pair of calendars. */
  | 'againstPolicy'
  /** A merged block, in which a pair that policy stops has a part, stays as it is and covers it. */
  | 'keptMerge'
  | 'outsideWindow';

export type NoBlockReason = Refusal | RefusalOnTarget;
