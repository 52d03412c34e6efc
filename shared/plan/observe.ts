import { canonicalContent, type RemoteBlock } from '../model/block.ts';
import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId } from '../model/ids.ts';
import { MINUTE, type Instant } from '../time/instant.ts';
import { fingerprintOf } from './slot.ts';

/**
 * How long after a write a read may still show what was there before (eventual consistency, security.md F8).
 * Until then, an older state is not taken for somebody's deed.
 */
export const LAG = 5 * MINUTE;

/** Whether a write is so fresh that a read may not show it yet. One of the future was dated by a clock that was off. */
export function isFresh(writtenAt: Instant | null, now: Instant): boolean {
  return writtenAt !== null && now >= writtenAt && now - writtenAt < LAG;
}

/** Whether a read may lack a block only because it lags: it is just written, and no read has shown it since. */
export function mayNotShowYet(
  { writtenAt, seenAt }: Pick<BlockRecord, 'writtenAt' | 'seenAt'>,
  now: Instant,
): boolean {
  const shown = seenAt !== null && writtenAt !== null && seenAt >= writtenAt;
  return !shown && isFresh(writtenAt, now);
}

/** What a block seen in a read means for the ledger. */
export type Observation =
  /** The ledger row as it is to be from now on. */
  | { readonly kind: 'record'; readonly record: BlockRecord }
  /** A second event with the same key: `remove` is to be deleted, `record` stays. Equal on every device. */
  | { readonly kind: 'duplicate'; readonly record: BlockRecord; readonly remove: RemoteBlock }
  /** A copy that somebody made and changed: left alone and reported (security.md I10). */
  | { readonly kind: 'copy' }
  /** The read is older than our own last write. */
  | { readonly kind: 'stale' };

/**
 * Decides what a block of our own vault, seen on `target`, means. `record` is the ledger's row for its key;
 * `stillThere`: the read does not rule out that the event which the row names exists.
 */
export function observe(
  vaultKey: Uint8Array,
  target: CalendarId,
  record: BlockRecord | null,
  block: RemoteBlock,
  now: Instant,
  stillThere: boolean,
): Observation {
  const seen = canonicalContent(block.content);
  // Whether the event still shows just what its marker was written with.
  const pristine = fingerprintOf(vaultKey, seen) === block.marker.fingerprint;
  if (record === null)
    return { kind: 'record', record: recovered(target, block, seen, pristine, now) };
  const recent = isFresh(record.writtenAt, now);
  switch (record.state) {
    case 'creating':
      return { kind: 'record', record: adopt(record, block, seen, pristine, now) };
    case 'deleting':
      // A copy of the very block that is on its way out: each must go.
      if (record.remoteId !== null && record.remoteId !== block.remoteId)
        return rival(record, block, seen, pristine, now);
      return recent
        ? { kind: 'stale' }
        : { kind: 'record', record: adopt(record, block, seen, pristine, now) };
    case 'gone':
      // A lagging list shows what we removed, and not an event of another id: that one was left over.
      return recent && record.remoteId === block.remoteId
        ? { kind: 'stale' }
        : { kind: 'record', record: adopt(record, block, seen, pristine, now) };
    case 'dismissed':
      // It was only hidden from an earlier read, or the user brought it back.
      return recent && block.remoteId !== record.remoteId
        ? { kind: 'stale' }
        : { kind: 'record', record: adopt(record, block, seen, pristine, now) };
    case 'live':
      break;
  }
  if (record.remoteId !== block.remoteId) {
    // Of an event and its unchanged copy, one is left: it is the block from now on.
    return pristine && !stillThere && !mayNotShowYet(record, now)
      ? { kind: 'record', record: adopt(record, block, seen, pristine, now) }
      : rival(record, block, seen, pristine, now);
  }
  const current = block.marker.fingerprint === fingerprintOf(vaultKey, record.written);
  if (!current && recent) return { kind: 'stale' };
  return { kind: 'record', record: adopt(record, block, seen, pristine, now) };
}

/** A row for a block that the ledger does not know: a new device, or a lost database. */
function recovered(
  target: CalendarId,
  block: RemoteBlock,
  seen: string,
  pristine: boolean,
  now: Instant,
): BlockRecord {
  return {
    target,
    key: block.marker.key,
    slot: null,
    generation: block.marker.generation,
    state: 'live',
    remoteId: block.remoteId,
    etag: block.etag,
    content: block.content,
    // What an edited block was written with is not known any more: '' differs from any plan, so it is put right.
    written: pristine ? seen : '',
    observed: pristine ? null : seen,
    seenAt: now,
    writtenAt: null,
    repairs: 0,
    repairedAt: null,
  };
}

function adopt(
  record: BlockRecord,
  block: RemoteBlock,
  seen: string,
  pristine: boolean,
  now: Instant,
): BlockRecord {
  const base: BlockRecord = {
    ...record,
    state: 'live',
    remoteId: block.remoteId,
    etag: block.etag,
    generation: block.marker.generation,
    seenAt: now,
    missed: false,
  };
  // Pristine but not what we wrote last: another device of this vault, or an old backup, wrote it.
  if (pristine) return { ...base, content: block.content, written: seen, observed: null };
  return { ...base, observed: seen === record.written ? null : seen };
}

/**
 * Two live events with one key. Both devices must choose the same survivor, so the choice looks at nothing local:
 * the later generation, then the smaller id. A changed copy never wins and is never deleted.
 */
function rival(
  record: BlockRecord,
  block: RemoteBlock,
  seen: string,
  pristine: boolean,
  now: Instant,
): Observation {
  if (!pristine) return { kind: 'copy' };
  const known: RemoteBlock = {
    remoteId: record.remoteId ?? '',
    etag: record.etag,
    marker: { ...block.marker, generation: record.generation },
    content: record.content,
  };
  const newWins =
    block.marker.generation > record.generation ||
    (block.marker.generation === record.generation && block.remoteId < known.remoteId);
  return newWins
    ? { kind: 'duplicate', record: adopt(record, block, seen, pristine, now), remove: known }
    : { kind: 'duplicate', record, remove: block };
}
