/** One calendar's events and its change log. Knows nothing of recurrence or of other calendars. */
import type { WorldCalendar, WorldChange, WorldEvent } from './types.ts';

export class Shelf {
  calendar: WorldCalendar;
  readonly #alive = new Map<string, WorldEvent>();
  readonly #tombstones = new Map<string, WorldEvent>();
  readonly #byTransaction = new Map<string, string>();
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

  put(event: WorldEvent): void {
    if (event.deleted) this.#alive.delete(event.id);
    (event.deleted ? this.#tombstones : this.#alive).set(event.id, event);
    if (event.transactionId !== null) this.#byTransaction.set(event.transactionId, event.id);
  }

  record(change: Omit<WorldChange, 'sequence' | 'calendarId'>): void {
    const sequence = this.#log.length + 1;
    this.#log.push({ sequence, calendarId: this.calendar.id, ...change });
  }

  sequence(): number {
    return this.#log.length;
  }

  changesSince(sequence: number): readonly WorldChange[] {
    return this.#log.slice(Math.max(0, sequence));
  }
}
