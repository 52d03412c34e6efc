import type { CalendarId } from '../../shared/model/ids.ts';
import type { Pull } from '../ports/provider.ts';

/**
 * Which items of each calendar could not be understood when it was last read (security.md F18). Most such troubles pass, so
 * a calendar is read completely once more; what can't be understood then either is left for the daily complete read.
 * Kept in memory only: after a restart, one read more.
 */
export class UnreadItems {
  readonly #known = new Map<CalendarId, ReadonlySet<string>>();

  /** Whether a read shows such items for the first time; takes note of them. */
  isNews(calendar: CalendarId, { kind, unread }: Pull): boolean {
    const known = this.#known.get(calendar) ?? new Set<string>();
    // A change feed says nothing of the items that it does not name.
    this.#known.set(calendar, new Set(kind === 'snapshot' ? unread : [...known, ...unread]));
    return unread.some((item) => !known.has(item));
  }
}
