import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import { isFresh, mayNotShowYet } from '../../shared/plan/observe.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { overlaps } from '../../shared/time/interval.ts';
import type { Pull } from '../ports/provider.ts';
import type { Store } from '../ports/store.ts';
import type { EngineDeps } from './engine-deps.ts';

export interface Absences {
  /** Blocks that are gone: we removed them, or the user dismissed them. */
  readonly gone: readonly BlockRecord[];
  /** Whether a complete read has to be made once more, since it missed a block for the first time, or may have lagged. */
  readonly doubtful: boolean;
}

/**
 * What a pull tells of blocks that are not there any more. A change feed buries; a complete read only lacks, and a list
 * that lags or lost a page lacks blocks that are there: two answers have to agree, be it two lists in a row, a list and the
 * feed, or a list and a deletion that found nothing (security.md F7, F8, F9, F12).
 */
export function missing(deps: EngineDeps, target: CalendarId, pull: Pull, zone: string): Absences {
  if (pull.kind === 'changes')
    return { gone: conclude(deps, entombed(deps, target, pull.removed)), doubtful: false };
  const buried = new Set(pull.removed.map(({ remoteId }) => remoteId));
  const now = deps.clock.now();
  const lacking = absent(deps, target, pull, zone);
  const isSure = ({ remoteId, state, missed }: BlockRecord): boolean =>
    buried.has(remoteId ?? '') || (state === 'deleting' && missed === true);
  // What a lagging list may not show yet says nothing, though another one showed it before (F8).
  const mayLag = (record: BlockRecord): boolean =>
    !isSure(record) && isFresh(record.writtenAt, now);
  const counting = lacking.filter((record) => !mayLag(record));
  const hidden = lacking.some((record) => mayLag(record) && !mayNotShowYet(record, now));
  const isGone = (record: BlockRecord): boolean => isSure(record) || record.missed === true;
  const first = counting.filter((record) => !isGone(record));
  for (const record of first) deps.store.saveBlock({ ...record, missed: true });
  return { gone: conclude(deps, counting.filter(isGone)), doubtful: first.length > 0 || hidden };
}

/** What the ledger holds of blocks that are gone. */
function conclude(
  { store, clock }: EngineDeps,
  records: readonly BlockRecord[],
): readonly BlockRecord[] {
  const now = clock.now();
  return records.map((record) => {
    const after: BlockRecord = {
      ...record,
      state: isOurDeed(store, record) ? 'gone' : 'dismissed',
      etag: null,
      // A list that lags may show it once more.
      writtenAt: now,
    };
    store.saveBlock(after);
    return after;
  });
}

/** Whether we removed it ourselves, be it through another listing of its calendar: nobody dismissed it then. */
function isOurDeed(
  store: Pick<Store, 'blocksWithKey'>,
  { state, target, key, remoteId }: BlockRecord,
): boolean {
  return (
    state === 'deleting' ||
    store
      .blocksWithKey(key)
      .some(
        (other) =>
          other.target !== target &&
          other.remoteId === remoteId &&
          (other.state === 'deleting' || other.state === 'gone'),
      )
  );
}

function entombed(
  { store }: EngineDeps,
  target: CalendarId,
  removed: Extract<Pull, { kind: 'changes' }>['removed'],
): readonly BlockRecord[] {
  return removed.flatMap(({ remoteId }) => {
    const record = store.blockByRemoteId(target, remoteId);
    return record !== null && isThere(record) ? [record] : [];
  });
}

/** A snapshot speaks about absence only inside its span. */
function absent(
  { store }: EngineDeps,
  target: CalendarId,
  pull: Extract<Pull, { kind: 'snapshot' }>,
  zone: string,
): readonly BlockRecord[] {
  const shown = new Set(shownIn(pull));
  return store.blocksOn(target).filter((record) => {
    if (!isThere(record) || record.remoteId === null || shown.has(record.remoteId)) return false;
    return overlaps(spanOf(record.content.time, zone), pull.covers);
  });
}

function isThere(record: BlockRecord): boolean {
  return record.state === 'live' || record.state === 'deleting';
}

/** Which events a read leaves standing: all that a snapshot shows, all that a change feed does not bury. */
export function stillThere(pull: Pull): (remoteId: string) => boolean {
  const named = new Set(
    pull.kind === 'snapshot' ? shownIn(pull) : pull.removed.map(({ remoteId }) => remoteId),
  );
  return (remoteId) => (pull.kind === 'snapshot') === named.has(remoteId);
}

/** What could not be understood is there all the same (I12). */
function shownIn({ blocks, unclear }: Extract<Pull, { kind: 'snapshot' }>): readonly string[] {
  return [...blocks.map(({ remoteId }) => remoteId), ...unclear];
}
