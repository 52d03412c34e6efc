import { useMemo } from 'react';
import { useFeature } from '../state/stores.tsx';
import { createCalendarStore } from './calendar-store.ts';
import { entriesOf, seenEntries, type Entry } from './entries.ts';
import { useBook } from './use-calendar.ts';

/** What is drawn of the days in sight, or of a target as others see it. */
export function useEntries(): readonly Entry[] {
  const book = useBook();
  const items = useFeature(createCalendarStore, (state) => state.items);
  const seen = useFeature(createCalendarStore, (state) => state.seen);
  const seenAs = useFeature(createCalendarStore, (state) => state.seenAs);
  const layers = useFeature(createCalendarStore, (state) => state.layers);
  const blocks = useFeature(createCalendarStore, (state) => state.blocks);
  return useMemo(
    () =>
      seenAs === null
        ? entriesOf(items, book, layers, blocks)
        : seenEntries(seen, seenAs.calendar, book),
    [items, book, layers, blocks, seen, seenAs],
  );
}
