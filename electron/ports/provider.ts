import type { RemoteBlock, BlockContent, MarkedEvent } from '../../shared/model/block.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { CalendarEvent, FieldNeeds } from '../../shared/model/event.ts';
import type { Marker } from '../../shared/model/marker.ts';
import type { EventId } from '../../shared/model/ids.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Failure, Result } from './outcome.ts';

/** A calendar as the provider lists it. */
export interface RemoteCalendar {
  readonly remoteId: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly zone: string | null;
  readonly color: string | null;
  /** Address of the mailbox that it belongs to, in lower case; absent where the provider does not tell. */
  readonly owner?: string;
}

/** Where a read or write goes: our id for the calendar, and the provider's. */
export interface CalendarAddress {
  readonly id: CalendarId;
  readonly remoteId: string;
}

export interface PullRequest {
  readonly calendar: CalendarAddress;
  /** What the last complete pull returned; null asks for a full read. Opaque to all but the provider that made it. */
  readonly cursor: string | null;
  /** The span that must be read completely. A cursor made for another window leads to a full read. */
  readonly window: Interval;
  readonly needs: FieldNeeds;
  /**
   * The canonical content we last wrote into that remote event, or null if it is no block of ours.
   * Lets a provider drop the echo of our own writes without another request.
   */
  readonly written: (remoteId: string) => string | null;
  /** Whether mirror or ledger hold something living under that id; a removal of anything else is no news. */
  readonly holds: (remoteId: string) => boolean;
}

/** Something the change feed says is gone from the calendar, named both ways since it may be a block or an event. */
export interface Tombstone {
  readonly remoteId: string;
  readonly event: EventId;
}

/**
 * What a pull learned. Only `snapshot` speaks about absence, and only inside `covers` (sync-engine.md, One cycle).
 * `unclear`: remote ids of items that are never to be taken for absent: those that could not be understood, '' where not
 * even the id could, and those on which one answer lags behind another (security.md F8, F18, I12).
 * `skipped`: how many could not be understood, and so are left out, never silently.
 */
export type Pull =
  | {
      readonly kind: 'changes';
      readonly events: readonly CalendarEvent[];
      readonly blocks: readonly RemoteBlock[];
      readonly removed: readonly Tombstone[];
      readonly unclear: readonly string[];
      readonly skipped: number;
      readonly cursor: string;
    }
  | {
      readonly kind: 'snapshot';
      readonly covers: Interval;
      readonly events: readonly CalendarEvent[];
      readonly blocks: readonly RemoteBlock[];
      /** What a change feed buried and the list lacks as well: two answers that agree. */
      readonly removed: readonly Tombstone[];
      readonly cursor: string;
      /** True where the provider had discarded our cursor (410 and its kin): a reason for the brakes. */
      readonly reset: boolean;
      readonly unclear: readonly string[];
      readonly skipped: number;
    };

/** A write as the engine orders it. `ref` comes back with its outcome. */
export type Write =
  | {
      readonly kind: 'create';
      readonly ref: string;
      readonly calendar: CalendarAddress;
      readonly content: BlockContent;
      readonly marker: Marker;
    }
  | {
      readonly kind: 'update';
      readonly ref: string;
      readonly calendar: CalendarAddress;
      readonly remoteId: string;
      readonly etag: string | null;
      readonly content: BlockContent;
      readonly marker: Marker;
    }
  | {
      readonly kind: 'delete';
      readonly ref: string;
      readonly calendar: CalendarAddress;
      readonly remoteId: string;
      readonly etag: string | null;
      /** The marker that the event must still carry for the deletion to go on. */
      readonly marker: Marker;
    };

export type CreateWrite = Extract<Write, { kind: 'create' }>;

export type WriteOutcome = { readonly ref: string } & (
  | { readonly kind: 'written'; readonly remoteId: string; readonly etag: string | null }
  /** Deleted now. An event that was not there to delete is `gone`. */
  | { readonly kind: 'removed' }
  /** The idempotency key belongs to an event that lives and carries our key: adopt it. */
  | { readonly kind: 'exists'; readonly block: RemoteBlock }
  /** The idempotency key is used up by a deleted event: try again with the next generation. */
  | { readonly kind: 'idTaken' }
  /** Somebody changed the event since we read it, and it is still ours: plan again from `block`. */
  | { readonly kind: 'changed'; readonly block: RemoteBlock }
  /** The event no longer carries our marker: hands off (security.md I4). */
  | { readonly kind: 'notOurs' }
  | Failure
);

/** Called around each request that writes, so that intent is on disk before the wire sees it. */
export interface WriteJournal {
  /** Must be durable when it returns. */
  before(refs: readonly string[]): void;
  after(outcomes: readonly WriteOutcome[]): void;
}

/** One account's calendars. Failures are values; only bugs throw. */
export interface CalendarProvider {
  listCalendars(signal: AbortSignal): Promise<Result<readonly RemoteCalendar[]>>;
  pull(request: PullRequest, signal: AbortSignal): Promise<Result<Pull>>;
  /** Carries out writes, in any order, batched and paced as the provider likes it. One outcome per write, through the journal. */
  apply(writes: readonly Write[], journal: WriteJournal, signal: AbortSignal): Promise<void>;
  /** Looks for the event that a create whose answer was lost may have made; null if there is none. */
  findBlock(write: CreateWrite, signal: AbortSignal): Promise<Result<RemoteBlock | null>>;
  /** Every block of any vault in the calendar, whatever its time: for `purge`, with or without a database. */
  findAllBlocks(
    calendar: CalendarAddress,
    signal: AbortSignal,
  ): Promise<Result<readonly MarkedEvent[]>>;
}
