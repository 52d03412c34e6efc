import { useEffect, useState } from 'react';
import { createStore, type StoreApi } from 'zustand';
import type { StoreMaker } from './stores.tsx';
import { createAppStore } from './app.ts';
import { useFeature } from './stores.tsx';

interface Anchor {
  /** Ms to add to this page's clock for the program's. */
  readonly offset: number;
}

/** The program's clock, not the page's: both sides agree on what is now. */
export const createClock: StoreMaker<Anchor> = (_api, shelf): StoreApi<Anchor> => {
  const app = shelf.store(createAppStore);
  const offsetOf = (now: number | undefined): number =>
    now === undefined ? 0 : now - Math.round(performance.timeOrigin + performance.now());
  const clock = createStore<Anchor>(() => ({ offset: offsetOf(app.getState().value?.now) }));
  app.subscribe(({ value }, before) => {
    if (value?.now !== before.value?.now) clock.setState({ offset: offsetOf(value?.now) });
  });
  return clock;
};

export function pageNow(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/** Ms since 1970, looked at again every so many ms. */
export function useNow(everyMs: number): number {
  const offset = useFeature(createClock, (clock) => clock.offset);
  const [page, setPage] = useState(pageNow);
  useEffect(() => {
    const timer = setInterval(() => setPage(pageNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return page + offset;
}
