import type { BlockRecord } from '../model/block-record.ts';
import type { Slot } from '../model/block.ts';
import type { CalendarEvent } from '../model/event.ts';
import type { BlockKey, CalendarId, EventId } from '../model/ids.ts';
import type { Interval } from '../time/interval.ts';

/**
 * What the planner may look at. Reads only; the answers must not change during one plan.
 * Spans are met loosely: more rows than asked for are welcome, since the planner filters exactly.
 */
export interface PlanView {
  /** Events that may overlap one of the spans; all of them where `spans` is null. */
  events(calendar: CalendarId, spans: readonly Interval[] | null): readonly CalendarEvent[];
  event(calendar: CalendarId, id: EventId): CalendarEvent | null;
  /** Ledger rows on a target whose content may overlap one of the spans; all of them where `spans` is null. */
  blocks(target: CalendarId, spans: readonly Interval[] | null): readonly BlockRecord[];
  blockBySlot(slot: Slot): BlockRecord | null;
  blocksOfSource(calendar: CalendarId, event: EventId): readonly BlockRecord[];
  /** Ledger rows with a key, on whichever target: more than one where a block was copied, or a calendar is listed twice. */
  blocksWithKey(key: BlockKey): readonly BlockRecord[];
  /** Rows known only by their marker: nobody has yet said which slot they fill. */
  unlinkedBlocks(target: CalendarId): readonly BlockRecord[];
}
