import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import { mayNotShowYet } from '../../shared/plan/observe.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { overlaps } from '../../shared/time/interval.ts';
import type { Pull } from '../ports/provider.ts';
import type { EngineDeps } from './engine-deps.ts';

export interface Absences {
  /** Blocks that are gone: we removed them, or the user dismissed them. */
  readonly gone: readonly BlockRecord[];
  /** Whether a complete read has to be made once more, since it missed a block for the first time. */
  readonly doubtful: boolean;
}

/**
 * What a pull tells of blocks that are not there any more. A change feed buries; a complete read only lacks, and a list
 * that lags or lost a page lacks blocks that are there: two in a row have to agree (security.md F7, F8, F12).
 */
export function missing(deps: EngineDeps, target: CalendarId, pull: Pull, zone: string): Absences {
  if (pull.kind === 'changes')
    return { gone: conclude(deps, entombed(deps, target, pull.removed)), doubtful: false };
  const lacking = absent(deps, target, pull, zone);
  const first = lacking.filter(({ missed }) => missed !== true);
  for (const record of first) deps.store.saveBlock({ ...record, missed: true });
  const again = lacking.filter(({ missed }) => missed === true);
  return { gone: conclude(deps, again), doubtful: first.length > 0 };
}

/** What the ledger holds of blocks that are gone. */
function conclude(
  { store, clock }: EngineDeps,
  records: readonly BlockRecord[],
): readonly BlockRecord[] {
  const now = clock.now();
  return records.map((record) => {
    const after: BlockRecord =
      record.state === 'deleting'
        ? { ...record, state: 'gone', etag: null }
        : { ...record, state: 'dismissed', etag: null, writtenAt: now };
    store.saveBlock(after);
    return after;
  });
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

/** A snapshot speaks about absence only inside its span, and not about what a lagging list may not show yet (F8). */
function absent(
  { store, clock }: EngineDeps,
  target: CalendarId,
  pull: Extract<Pull, { kind: 'snapshot' }>,
  zone: string,
): readonly BlockRecord[] {
  const shown = new Set(shownIn(pull));
  const now = clock.now();
  return store.blocksOn(target).filter((record) => {
    if (!isThere(record) || record.remoteId === null || shown.has(record.remoteId)) return false;
    if (!overlaps(spanOf(record.content.time, zone), pull.covers)) return false;
    return !mayNotShowYet(record, now);
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
