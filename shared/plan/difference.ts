import type { BlockRecord } from '../model/block-record.ts';
import type { Slot } from '../model/block.ts';
import type { BlockKey, CalendarId } from '../model/ids.ts';
import { DAY, type Instant } from '../time/instant.ts';
import { slotOf, type Desired } from './merge.ts';
import type { DeleteCause, Operation } from './operation.ts';

/** A hand-edited block is put back at most this often a day, so that two programs never fight over it (I11). */
export const REPAIRS_PER_DAY = 3;

/**
 * What a wanted block needs, given what the ledger holds in its slot. Each case is a situation of sync-engine.md;
 * null where nothing is to be done.
 */
export function stepToward(
  desired: Desired,
  target: CalendarId,
  record: BlockRecord | null,
  keyOf: (slot: Slot) => BlockKey,
  now: Instant,
): Operation | null {
  const { content, written } = desired;
  const { onEdit, onDelete } = desired.draft.active.compiled.rule.options;
  const create = (key: BlockKey | null, generation: number, uncertain: boolean): Operation => {
    const slot = slotOf(desired, target);
    const common = { target, slot, generation, content, written, uncertain };
    return { kind: 'create', key: key ?? keyOf(slot), ...common };
  };
  if (record === null) return create(null, 0, false);
  const update = (cause: 'source' | 'repair'): Operation => {
    const slot = slotOf(desired, target);
    return { kind: 'update', target, record, slot, content, written, cause };
  };
  switch (record.state) {
    // A create whose answer nobody heard: the same key and generation again, after looking for it.
    case 'creating':
      return create(record.key, record.generation, true);
    // Removed by us earlier: the provider remembers the id, so the next generation takes its place.
    case 'gone':
      return create(record.key, record.generation + 1, false);
    // Removed by the user: stays away until the meeting is at another time.
    case 'dismissed':
      return onDelete === 'dismiss' && sameTime(record, desired)
        ? null
        : create(record.key, record.generation + 1, false);
    // A delete whose answer nobody heard, wanted again: an update tells whether it is still there.
    case 'deleting':
      return update('source');
    case 'live':
      if (record.written !== written) return update('source');
      if (record.observed === null) return null;
      // Edited by hand.
      return onEdit === 'repair' && mayRepair(record, now) ? update('repair') : null;
  }
}

function sameTime(record: BlockRecord, desired: Desired): boolean {
  const { time } = record.content;
  return (
    time.kind === desired.content.time.kind &&
    time.start === desired.content.time.start &&
    time.end === desired.content.time.end
  );
}

/** Whether the daily number of repairs is not used up. */
export function mayRepair(record: BlockRecord, now: Instant): boolean {
  return (
    record.repairs < REPAIRS_PER_DAY ||
    record.repairedAt === null ||
    now - record.repairedAt >= DAY ||
    now < record.repairedAt
  );
}

/** What a block needs that no rule asks for any more; null where it may stay. */
export function stepAway(record: BlockRecord, cause: DeleteCause): Operation | null {
  switch (record.state) {
    case 'gone':
      return null;
    case 'dismissed':
      return { kind: 'forget', target: record.target, record };
    case 'creating':
    case 'live':
    case 'deleting':
      return { kind: 'delete', target: record.target, record, cause };
  }
}
