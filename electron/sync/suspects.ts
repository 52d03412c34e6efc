import type { CalendarId } from '../../shared/model/ids.ts';
import { EMPTIED_FROM } from '../../shared/plan/brakes.ts';
import type { Store } from '../ports/store.ts';

type Notes = Pick<Store, 'note' | 'setNote'>;

/**
 * Calendars whose read makes removals suspect (sync-engine.md, Safety 8), kept in the read's own transaction until a plan has
 * judged them: a program that starts again after a crash in between must not treat missing events as deleted.
 */
export interface Suspects {
  /** Suddenly without any event. */
  readonly emptied: readonly CalendarId[];
  /** Read anew because the provider had forgotten the cursor. */
  readonly reset: readonly CalendarId[];
}

const NOTE = 'suspects';
const none: Suspects = { emptied: [], reset: [] };

/** Takes note of a read; `before` and `after` count the events that the mirror held. */
export function noteSuspect(
  store: Notes,
  calendar: CalendarId,
  { before, after, reset }: { before: number; after: number; reset: boolean },
): void {
  const emptied = before >= EMPTIED_FROM && after === 0;
  if (!emptied && !reset) return;
  const known = suspects(store);
  const also = (list: readonly CalendarId[], add: boolean): readonly CalendarId[] =>
    add ? [...new Set([...list, calendar])] : list;
  store.setNote(NOTE, { emptied: also(known.emptied, emptied), reset: also(known.reset, reset) });
}

export function suspects(store: Notes): Suspects {
  return (store.note(NOTE) as Suspects | null) ?? none;
}

/** To be called in the transaction that keeps what a plan made of them. */
export function suspectsJudged(store: Notes): void {
  const { emptied, reset } = suspects(store);
  if (emptied.length + reset.length > 0) store.setNote(NOTE, none);
}
