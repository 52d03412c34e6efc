import type { BlockRecord } from '../model/block-record.ts';
import type { EventId } from '../model/ids.ts';
import type { Draft } from './candidates.ts';

/**
 * The ledger rows of one target by their slots. Looked up by the event first: one text for the whole slot would have to
 * be built, and hashed, for every row and every wanted block.
 */
export class SlotIndex {
  readonly #byEvent = new Map<EventId, BlockRecord | BlockRecord[]>();

  constructor(records: readonly BlockRecord[]) {
    for (const record of records) {
      if (record.slot === null) continue;
      const { sourceEvent } = record.slot;
      const found = this.#byEvent.get(sourceEvent);
      if (found === undefined) this.#byEvent.set(sourceEvent, record);
      else if (Array.isArray(found)) found.push(record);
      else this.#byEvent.set(sourceEvent, [found, record]);
    }
  }

  find(draft: Draft): BlockRecord | null {
    const found = this.#byEvent.get(draft.event.id);
    if (found === undefined) return null;
    if (Array.isArray(found)) return found.find((record) => fills(record, draft)) ?? null;
    return fills(found, draft) ? found : null;
  }
}

function fills({ slot }: BlockRecord, { active, sourceCalendar, occurrence }: Draft): boolean {
  return (
    slot !== null &&
    slot.rule === active.compiled.rule.id &&
    slot.sourceCalendar === sourceCalendar &&
    slot.occurrence === occurrence
  );
}
