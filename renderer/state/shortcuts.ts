import { useEffect, useEffectEvent } from 'react';
import { createStore, type StoreApi } from 'zustand';
import { useShelf } from './stores.tsx';

export interface Shortcut {
  /** `mod+k`, `?`, or strokes one after the other: `g c`. */
  readonly keys: string;
  /** What the sheet says it does. */
  readonly words: string;
  /** Where it works: "Everywhere", "Calendar". */
  readonly group: string;
  readonly run: () => void;
}

export interface Shortcuts {
  readonly active: readonly Shortcut[];
  readonly add: (shortcuts: readonly Shortcut[]) => () => void;
}

export function createShortcuts(): StoreApi<Shortcuts> {
  return createStore<Shortcuts>((set) => ({
    active: [],
    add: (shortcuts) => {
      set(({ active }) => ({ active: [...active, ...shortcuts] }));
      return () =>
        set(({ active }) => ({ active: active.filter((known) => !shortcuts.includes(known)) }));
    },
  }));
}

/** The shortcuts of a screen, while it is in sight. Give a constant list of keys and words. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const shelf = useShelf();
  const runByKeys = useEffectEvent((keys: string) =>
    shortcuts.find((shortcut) => shortcut.keys === keys)?.run(),
  );
  const listed = shortcuts.map(({ keys }) => keys).join(' | ');
  const register = useEffectEvent(() =>
    shelf
      .store(createShortcuts)
      .getState()
      .add(shortcuts.map((known) => ({ ...known, run: () => runByKeys(known.keys) }))),
  );
  useEffect(() => register(), [listed]);
}
