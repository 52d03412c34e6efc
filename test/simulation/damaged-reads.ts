/**
 * Which calendars were shown with an event that can't be understood. The engine reads once more what it could not make
 * out; where that read is damaged as well, the event is left out until the daily look.
 */
export class DamagedReads {
  readonly #once = new Set<string>();

  /** Whether that calendar was damaged before. */
  again(url: string): boolean {
    const calendar = /\/calendars\/[^/]+/.exec(url)?.[0] ?? url;
    const known = this.#once.has(calendar);
    this.#once.add(calendar);
    return known;
  }
}
