import type { CalendarId } from '../../shared/model/ids.ts';
import type { Pull } from '../ports/provider.ts';
import type { Store } from '../ports/store.ts';

type Notes = Pick<Store, 'note' | 'setNote'>;

/**
 * Takes note of which items of a calendar a read could not make out (security.md F8, F18), and returns whether some are so
 * for the first time. Most such troubles pass, so the calendar is read completely once more; what is not clear then either
 * is left for the daily complete read.
 */
export function noteUnclear(store: Notes, calendar: CalendarId, pull: Pull): boolean {
  const known = unclearItems(store, calendar);
  // A change feed says nothing of the items that it does not name.
  const now = new Set(pull.kind === 'snapshot' ? pull.unclear : [...known, ...pull.unclear]);
  if (now.size > 0 || known.size > 0) store.setNote(nameOf(calendar), [...now]);
  return pull.unclear.some((item) => !known.has(item));
}

/** Whether there is anything in a calendar that its last complete read, or a change since, could not make out. */
export function hasUnclear(store: Notes, calendar: CalendarId): boolean {
  return unclearItems(store, calendar).size > 0;
}

function unclearItems(store: Notes, calendar: CalendarId): ReadonlySet<string> {
  const note = store.note(nameOf(calendar));
  return new Set(Array.isArray(note) ? note.map(String) : []);
}

function nameOf(calendar: CalendarId): string {
  return `unclear ${calendar}`;
}
