import { canonicalContent, type BlockContent } from '../../shared/model/block.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { BlockKey, CalendarId } from '../../shared/model/ids.ts';
import { HOUR, instant, type Instant } from '../../shared/time/instant.ts';

/** What the plainest block shows: an hour that is busy. */
export function busyHour(start: Instant, patch: Partial<BlockContent> = {}): BlockContent {
  return {
    time: { kind: 'timed', start, end: instant(start + HOUR) },
    title: 'Busy',
    location: null,
    description: null,
    showAs: 'busy',
    private: true,
    color: null,
    ...patch,
  };
}

/** The ledger's row of a block of an hour, known by its marker only unless a slot is given. */
export function liveBlock(
  target: CalendarId,
  key: string,
  start: Instant,
  patch: Partial<BlockRecord> = {},
): BlockRecord {
  const content = busyHour(start);
  return {
    target,
    key: key as BlockKey,
    slot: null,
    generation: 0,
    state: 'live',
    remoteId: `remote ${key}`,
    etag: '"1"',
    content,
    written: canonicalContent(content),
    observed: null,
    seenAt: start,
    writtenAt: start,
    repairs: 0,
    repairedAt: null,
    ...patch,
  };
}
