import type { Store } from '../../electron/ports/store.ts';
import type { WorldEvent } from '../../electron/simulator/world/types.ts';
import { eventIdOf, type EventId } from '../../shared/model/ids.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';
import { Broken } from './broken.ts';
import { keyOf, placeOf } from './compare-blocks.ts';

/** More removals than this, and than this share, wait for the user (sync-engine.md, Safety 8). */
const MANY = 10;
const SHARE = 0.25;

/** What must hold between the beginning and the end of every single cycle, however it ended. */
export class CycleChecks {
  readonly #rig: CloudRig;
  readonly #blocks: () => readonly WorldEvent[];
  readonly #byHand = new Set<string>();
  readonly #copies = new Set<string>();
  readonly #ids = new Map<string, EventId>();
  #before: readonly WorldEvent[] = [];
  readonly #rules: CloudRig['rules'];
  /** Who edits a rule asks for its removals, and they may take many cycles. */
  #edited = false;

  constructor(rig: CloudRig, blocks: () => readonly WorldEvent[]) {
    this.#rig = rig;
    this.#blocks = blocks;
    this.#rules = rig.rules;
  }

  /** Somebody removed a block: the engine did not. */
  goneByHand({ id }: WorldEvent): void {
    this.#byHand.add(id);
  }

  /** A copy carries its block's marker, and is no deed of the engine's. */
  copiedByHand(uid: string): void {
    this.#copies.add(uid);
  }

  before(): void {
    this.#before = this.#blocks();
    this.#edited ||= this.#rig.rules !== this.#rules;
  }

  after(store: Store, removalsAllowed: boolean, doublesExcused: boolean): void {
    this.#noEcho(store);
    if (!doublesExcused) this.#noSecond();
    this.#edited ||= this.#rig.rules !== this.#rules;
    if (!this.#edited && !removalsAllowed) this.#brakeHeld();
  }

  /** No block's source is a block (I2). */
  #noEcho(store: Store): void {
    const blocks = store.calendars().flatMap(({ id }) => store.blocksOn(id));
    const live = new Set(
      blocks.flatMap(({ target, remoteId, state }) =>
        remoteId !== null && state === 'live' ? [`${target} ${this.#idOf(remoteId)}`] : [],
      ),
    );
    for (const { slot, state } of blocks)
      if (
        slot !== null &&
        state !== 'gone' &&
        live.has(`${slot.sourceCalendar} ${slot.sourceEvent}`)
      )
        throw new Broken('I2: a block was made of a block');
  }

  /**
   * Who knows what it wrote moves a block, and never makes a second one beside it (I3, I7): not for as long as it takes
   * to find the first one either. What lies in the past is not looked at: of a block there, "not found" is believed.
   */
  #noSecond(): void {
    const seen = new Set<string>();
    for (const event of this.#blocks()) {
      const { end } = placeOf(event.fields.time);
      const isPast = (typeof end === 'string' ? Date.parse(end) : end) < this.#rig.clock.now();
      if (isPast || this.#copies.has(event.uid)) continue;
      const key = `${event.calendarId} ${keyOf(event) ?? event.id}`;
      if (seen.has(key))
        throw new Broken(`I3: a second block was made on ${event.calendarId} beside the first`);
      seen.add(key);
    }
  }

  /** The id that an event of a provider's id has as a source. */
  #idOf(remoteId: string): EventId {
    const known = this.#ids.get(remoteId) ?? eventIdOf(remoteId);
    this.#ids.set(remoteId, known);
    return known;
  }

  /** No cycle removed more than a brake lets pass (I13). */
  #brakeHeld(): void {
    // Where two accounts list a calendar, blocks on it and from it are cast anew when its owner's listing takes a guest's
    // place: to the planner, the pair that the old ones stood for was taken away.
    if (this.#rig.world.accounts().some(({ email }) => this.#listsForeign(email))) return;
    const now = new Set(this.#blocks().map(({ id }) => id));
    const gone = new Map<string, number>();
    const all = new Map<string, number>();
    for (const { id, calendarId } of this.#before) {
      all.set(calendarId, (all.get(calendarId) ?? 0) + 1);
      if (!now.has(id) && !this.#byHand.has(id))
        gone.set(calendarId, (gone.get(calendarId) ?? 0) + 1);
    }
    for (const [calendar, count] of gone)
      if (count > Math.max(MANY, SHARE * (all.get(calendar) ?? 0)))
        throw new Broken(`I13: one cycle removed ${count} blocks from ${calendar}`);
  }

  #listsForeign(email: string): boolean {
    return this.#rig.world.calendars(email).some(({ accountEmail }) => accountEmail !== email);
  }
}
