import type { BlockRecord } from '../model/block-record.ts';
import type { BlockContent, Slot } from '../model/block.ts';
import type { BlockKey, CalendarId } from '../model/ids.ts';

/** Why a block goes. The brakes treat what the user asked for differently from what a source seems to say. */
export type DeleteCause =
  /** The source event went away, moved out of the window, or no longer meets the rule. */
  | 'sourceGone'
  /** The rule was disabled, deleted or no longer names this source or target; or an account was removed. */
  | 'ruleGone'
  /** The organisation's policy stops the pair, and wants what it wrote removed. */
  | 'againstPolicy'
  /** Behind the window for longer than the rule keeps history. */
  | 'expired';

/** One step from what exists to what the rules ask for. */
export type Operation =
  | {
      readonly kind: 'create';
      readonly target: CalendarId;
      readonly slot: Slot;
      readonly key: BlockKey;
      readonly generation: number;
      readonly content: BlockContent;
      readonly written: string;
      /** An earlier attempt's answer was lost: look for the marker first (sync-engine.md, Identity). */
      readonly uncertain: boolean;
    }
  | {
      readonly kind: 'update';
      readonly target: CalendarId;
      readonly record: BlockRecord;
      readonly slot: Slot;
      readonly content: BlockContent;
      readonly written: string;
      /** `repair`: the source is unchanged, somebody edited the block. */
      readonly cause: 'source' | 'repair';
    }
  | {
      readonly kind: 'delete';
      readonly target: CalendarId;
      readonly record: BlockRecord;
      readonly cause: DeleteCause;
    }
  /** Costs no request: a block found by its marker turns out to fill this slot. */
  | {
      readonly kind: 'link';
      readonly target: CalendarId;
      readonly record: BlockRecord;
      readonly slot: Slot;
    }
  /** Costs no request: the source no longer asks for a block that the user had dismissed, so the dismissal ends. */
  | { readonly kind: 'forget'; readonly target: CalendarId; readonly record: BlockRecord };

export function keyOfOperation(operation: Operation): BlockKey {
  return operation.kind === 'create' ? operation.key : operation.record.key;
}
