import type { CalendarId } from '../../shared/model/ids.ts';
import type { Pull } from '../ports/provider.ts';

/**
 * Which items of each calendar were unclear when it was last read (security.md F8, F18). Most such troubles pass, so a
 * calendar is read completely once more; what is not clear then either is left for the daily complete read.
 * Kept in memory only: after a restart, one read more.
 */
export class UnclearItems {
  readonly #known = new Map<CalendarId, ReadonlySet<string>>();

  /** Whether a read shows such items for the first time; takes note of them. */
  isNews(calendar: CalendarId, { kind, unclear }: Pull): boolean {
    const known = this.#known.get(calendar) ?? new Set<string>();
    // A change feed says nothing of the items that it does not name.
    this.#known.set(calendar, new Set(kind === 'snapshot' ? unclear : [...known, ...unclear]));
    return unclear.some((item) => !known.has(item));
  }
}
