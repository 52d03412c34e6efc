import { pick } from '../../electron/simulator/sample/chance.ts';
import type { WorldEvent } from '../../electron/simulator/world/types.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';
import { EDITED } from './compare-blocks.ts';
import type { Watch } from './invariants.ts';

/** What people do to our blocks by hand, in their own calendars. */
export class Hands {
  readonly #rig: CloudRig;
  readonly #watch: Watch;
  readonly #edits = new Map<string, number>();
  readonly #copied = new Set<string>();

  constructor(rig: CloudRig, watch: Watch) {
    this.#rig = rig;
    this.#watch = watch;
  }

  blockEdited(random: () => number): void {
    const block = pick(random, this.#watch.blocks());
    if (block === undefined) return;
    // More often than repairs are allowed a day, and the edit would rightly stay.
    const edits = (this.#edits.get(block.id) ?? 0) + 1;
    if (edits > 2 || this.#copied.has(markerOf(block))) return;
    this.#edits.set(block.id, edits);
    this.#rig.world.updateEvent(block.calendarId, block.id, { title: EDITED });
  }

  blockDeleted(random: () => number): void {
    const block = pick(random, this.#watch.blocks());
    if (block === undefined) return;
    this.#watch.dismissed(block);
    this.#rig.world.deleteEvent(block.calendarId, block.id);
  }

  blockCopied(random: () => number): void {
    const block = pick(random, this.#watch.blocks());
    // A copy of a changed block is somebody's own work, and rightly left alone.
    if (block === undefined || this.#edits.has(block.id)) return;
    this.#copied.add(markerOf(block));
    this.#watch.copied(this.#rig.world.createEvent(copyOf(block, block.fields.properties)));
  }

  /** A block as another person's vault would have written it. */
  foreignBlock(random: () => number): void {
    const block = pick(random, this.#watch.blocks());
    if (block === undefined) return;
    const properties: Record<string, string> = {};
    for (const [name, value] of Object.entries(block.fields.properties))
      properties[name] = value.replace(/[0-9a-f]{32}/, 'ef'.repeat(16));
    this.#rig.world.createEvent(copyOf(block, properties));
  }
}

function markerOf({ fields }: WorldEvent): string {
  return JSON.stringify(fields.properties);
}

function copyOf(
  block: WorldEvent,
  properties: Readonly<Record<string, string>>,
): Parameters<CloudRig['world']['createEvent']>[0] {
  return {
    calendarId: block.calendarId,
    uid: `copy-of-${block.uid}-${block.version}`,
    rrule: null,
    fields: { ...block.fields, properties },
  };
}
