/** One calendar's events and its change log. Knows nothing of recurrence or of other calendars. */
import type { WorldCalendar, WorldChange, WorldEvent } from './types.ts';

export class Shelf {
  calendar: WorldCalendar;
  readonly #alive = new Map<string, WorldEvent>();
  readonly #tombstones = new Map<string, WorldEvent>();
  readonly #byTransaction = new Map<string, string>();
  /** What every deed replaced, oldest first. */
  readonly #history: { at: number; id: string; before: WorldEvent | undefined }[] = [];
  readonly #recordedAt: number[] = [];
  /** Entry n has the sequence number n + 1, so that a reader's place in it is an index. */
  readonly #log: WorldChange[];

  constructor(calendar: WorldCalendar, log: readonly WorldChange[] = []) {
    this.calendar = calendar;
    this.#log = [...log];
  }

  /** The event or its tombstone. */
  event(id: string): WorldEvent | undefined {
    return this.#alive.get(id) ?? this.#tombstones.get(id);
  }

  alive(): readonly WorldEvent[] {
    return [...this.#alive.values()];
  }

  everything(): readonly WorldEvent[] {
    return [...this.#alive.values(), ...this.#tombstones.values()];
  }

  byTransaction(transactionId: string): WorldEvent | undefined {
    const id = this.#byTransaction.get(transactionId);
    return id === undefined ? undefined : this.#alive.get(id);
  }

  /** `at`: by the world's clock. */
  put(event: WorldEvent, at = 0): void {
    this.#history.push({ at, id: event.id, before: this.event(event.id) });
    if (event.deleted) this.#alive.delete(event.id);
    (event.deleted ? this.#tombstones : this.#alive).set(event.id, event);
    if (event.transactionId !== null) this.#byTransaction.set(event.transactionId, event.id);
  }

  record(change: Omit<WorldChange, 'sequence' | 'calendarId'>, at: number): void {
    this.#recordedAt.push(at);
    const sequence = this.#log.length + 1;
    this.#log.push({ sequence, calendarId: this.calendar.id, ...change });
  }

  sequence(): number {
    return this.#log.length;
  }

  /** Events whose deeds after an instant are undone: each as it was then, undefined where it was not there yet. */
  undoneSince(at: number): ReadonlyMap<string, WorldEvent | undefined> {
    const undone = new Map<string, WorldEvent | undefined>();
    for (let index = this.#history.length - 1; index >= 0; index--) {
      const deed = this.#history[index];
      if (deed === undefined || deed.at <= at) break;
      undone.set(deed.id, deed.before);
    }
    return undone;
  }

  /** The newest sequence number at an instant. */
  sequenceAt(at: number): number {
    let recent = 0;
    while (recent < this.#recordedAt.length && (this.#recordedAt.at(-1 - recent) ?? 0) > at)
      recent += 1;
    return this.#log.length - recent;
  }

  changesSince(sequence: number): readonly WorldChange[] {
    return this.#log.slice(Math.max(0, sequence));
  }
}
