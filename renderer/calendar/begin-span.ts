import type { Shelf } from '../state/stores.tsx';
import { toCalendar } from './to-calendar.ts';
import { createSpanStore } from './span-store.ts';
import { readRoute } from '../state/route.ts';

/** Begins to select a span by keys, on a view that has hours or days to select. */
export function beginSpan(shelf: Shelf): void {
  const { params } = readRoute(globalThis.location.hash);
  toCalendar(params.view === 'agenda' ? { view: 'week' } : {});
  shelf.store(createSpanStore).getState().begin();
}
