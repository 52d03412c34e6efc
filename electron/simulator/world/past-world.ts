import { byStart } from './event-occurrences.ts';
import type { Shelf } from './shelf.ts';
import type { World, WorldChange, WorldEvent, WorldOccurrence } from './types.ts';

/** The world as it was: reads of a replica that lags behind (eventual consistency). Its clock shows the real time. */
export class PastWorld implements ReturnType<World['past']> {
  readonly #world: Pick<World, 'now' | 'occurrencesOf'>;
  readonly #shelf: (calendarId: string) => Shelf | undefined;
  readonly #at: number;

  constructor(
    world: Pick<World, 'now' | 'occurrencesOf'>,
    shelf: (calendarId: string) => Shelf | undefined,
    at: number,
  ) {
    this.#world = world;
    this.#shelf = shelf;
    this.#at = at;
  }

  now(): number {
    return this.#world.now();
  }

  event(calendarId: string, eventId: string): WorldEvent | undefined {
    const shelf = this.#shelf(calendarId);
    const undone = shelf?.undoneSince(this.#at);
    return undone?.has(eventId) === true ? undone.get(eventId) : shelf?.event(eventId);
  }

  events(calendarId: string): readonly WorldEvent[] {
    const shelf = this.#shelf(calendarId);
    if (shelf === undefined) return [];
    const undone = shelf.undoneSince(this.#at);
    const then = [...undone.values()].filter((event) => event?.deleted === false);
    return [
      ...shelf.alive().filter(({ id }) => !undone.has(id)),
      ...then.filter((event) => event !== undefined),
    ];
  }

  occurrences(calendarId: string, start: number, end: number): readonly WorldOccurrence[] {
    return this.events(calendarId)
      .flatMap((event) => this.occurrencesOf(event, start, end))
      .sort(byStart);
  }

  occurrencesOf(event: WorldEvent, start: number, end: number): readonly WorldOccurrence[] {
    return this.#world.occurrencesOf(event, start, end);
  }

  sequence(calendarId: string): number {
    return this.#shelf(calendarId)?.sequenceAt(this.#at) ?? 0;
  }

  changesSince(calendarId: string, sequence: number): readonly WorldChange[] {
    const upTo = this.sequence(calendarId);
    return (this.#shelf(calendarId)?.changesSince(sequence) ?? []).filter(
      (change) => change.sequence <= upTo,
    );
  }
}
