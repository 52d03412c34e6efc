import { HOUR, type Instant } from '../../shared/time/instant.ts';

/** How many double bookings lie ahead: dear to count, so the number is kept until events change, and an hour at most. */
export class ConflictCount {
  #last: { readonly at: Instant; readonly count: number } | null = null;

  current(at: Instant, count: () => number): number {
    if (this.#last === null || Math.abs(at - this.#last.at) > HOUR)
      this.#last = { at, count: count() };
    return this.#last.count;
  }

  forget(): void {
    this.#last = null;
  }
}
