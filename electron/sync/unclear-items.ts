import type { CalendarId } from '../../shared/model/ids.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { Pull } from '../ports/provider.ts';
import type { Store } from '../ports/store.ts';

type Notes = Pick<Store, 'note' | 'setNote'>;

/** What a calendar's last complete read, and the changes since, could not make out. */
interface Unclear {
  /** Remote ids; empty where all is clear. */
  readonly items: readonly string[];
  /** When it was read completely last. */
  readonly at: Instant;
}

/**
 * Takes note of which items of a calendar a read could not make out (security.md F8, F18), and returns whether some are so
 * for the first time. Most such troubles pass, so the calendar is read completely once more; what is not clear then either
 * is left for the daily complete read.
 */
export function noteUnclear(store: Notes, calendar: CalendarId, pull: Pull, now: Instant): boolean {
  const before = unclearOf(store, calendar);
  const known = new Set(before?.items);
  if (pull.kind === 'snapshot') {
    if (pull.unclear.length > 0 || before !== null)
      keep(store, calendar, { items: pull.unclear, at: now });
  } else if (pull.unclear.length > 0) {
    // A change feed says nothing of the items that it does not name.
    const items = [...new Set([...known, ...pull.unclear])];
    keep(store, calendar, { items, at: before?.at ?? now });
  }
  return pull.unclear.some((item) => !known.has(item));
}

/** When a calendar that is not all clear was read completely last; null where everything in it was made out. */
export function unclearSince(store: Notes, calendar: CalendarId): Instant | null {
  const unclear = unclearOf(store, calendar);
  return unclear === null || unclear.items.length === 0 ? null : unclear.at;
}

function unclearOf(store: Notes, calendar: CalendarId): Unclear | null {
  return store.note(nameOf(calendar)) as Unclear | null;
}

function keep(store: Notes, calendar: CalendarId, unclear: Unclear): void {
  store.setNote(nameOf(calendar), unclear);
}

function nameOf(calendar: CalendarId): string {
  return `unclear ${calendar}`;
}
