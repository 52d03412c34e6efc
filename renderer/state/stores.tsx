import { createContext, useContext, useState, type JSX, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Api } from '../../shared/ipc/contract.ts';

/**
 * One store per feature, made on first use and kept as long as the window lives. A feature exports a maker
 * (`createRulesStore`), its parts read from it with `useFeature(createRulesStore, (state) => state.rules)`.
 */
export type StoreMaker<S> = (api: Api, shelf: Shelf) => StoreApi<S>;

export interface Shelf {
  readonly api: Api;
  readonly store: <S>(maker: StoreMaker<S>) => StoreApi<S>;
}

export function createShelf(api: Api): Shelf {
  const made = new Map<StoreMaker<never>, unknown>();
  const shelf: Shelf = {
    api,
    store: <S,>(maker: StoreMaker<S>): StoreApi<S> => {
      const known = made.get(maker as StoreMaker<never>);
      if (known !== undefined) return known as StoreApi<S>;
      const store = maker(api, shelf);
      made.set(maker as StoreMaker<never>, store);
      return store;
    },
  };
  return shelf;
}

const ShelfContext = createContext<Shelf | null>(null);

export function ShelfProvider({ api, children }: { api: Api; children: ReactNode }): JSX.Element {
  const [shelf] = useState(() => createShelf(api));
  return <ShelfContext value={shelf}>{children}</ShelfContext>;
}

export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext);
  if (shelf === null) throw new Error('No ShelfProvider around this part');
  return shelf;
}

export function useApi(): Api {
  return useShelf().api;
}

/** What a part needs of a feature's store; it renders again only when that changes. */
export function useFeature<S, T>(maker: StoreMaker<S>, pick: (state: S) => T): T {
  return useStore(useShelf().store(maker), pick);
}
