import type { Instant } from '../time/instant.ts';
import type { BlockContent, Slot } from './block.ts';
import type { BlockKey, CalendarId } from './ids.ts';

/**
 * `creating`: a create was sent, or about to be, and its answer is not known. `live`: on the target. `deleting`: as
 * `creating`, for a delete. `dismissed`: the user removed it. `gone`: we removed it; the row keeps the generation.
 */
export type BlockState = 'creating' | 'live' | 'deleting' | 'dismissed' | 'gone';

/** One ledger row: a busy block that we hold, are about to hold, or held. Unique by target and key. */
export interface BlockRecord {
  readonly target: CalendarId;
  readonly key: BlockKey;
  /** Null while the block is known only by its marker. */
  readonly slot: Slot | null;
  readonly generation: number;
  readonly state: BlockState;
  readonly remoteId: string | null;
  readonly etag: string | null;
  /** What was last written, or, for a block known only by its marker, read. */
  readonly content: BlockContent;
  /** Canonical text of `content`; `''` where what was written is not known any more. */
  readonly written: string;
  /** Canonical text of what the target shows, where somebody changed it; else null. */
  readonly observed: string | null;
  /** Last time a read showed it. */
  readonly seenAt: Instant | null;
  /** A complete read did not show it, or its removal did not find it: it is gone once another complete read agrees. */
  readonly missed?: boolean;
  readonly writtenAt: Instant | null;
  /** Repairs since `repairedAt`, which is the first of the last 24 hours. */
  readonly repairs: number;
  readonly repairedAt: Instant | null;
}
