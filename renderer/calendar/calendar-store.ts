import { createStore, type StoreApi } from 'zustand';
import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import type { Output, Problem } from '../../shared/ipc/contract.ts';
import type { Audience } from '../../shared/view/audiences.ts';
import { ask } from '../state/ask.ts';
import type { StoreMaker } from '../state/stores.tsx';
import type { BlockMode } from './entries.ts';
import { allLayers, type Layers } from './layers.ts';

export interface SeenAs {
  readonly calendar: string;
  readonly audience: Audience;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CalendarState {
  readonly span: Span | null;
  readonly items: readonly CalendarItem[];
  readonly seen: Output<'seenAs'>;
  readonly seenAs: SeenAs | null;
  readonly loading: boolean;
  /** Whether a first answer came, good or bad. */
  readonly answered: boolean;
  readonly problem: Problem | null;
  readonly layers: Layers;
  readonly blocks: BlockMode;
  /** The item whose details are open. */
  readonly selected: { readonly calendar: string; readonly id: string } | null;
  readonly look: (span: Span) => void;
  readonly reload: () => Promise<void>;
  readonly lookAs: (seenAs: SeenAs | null) => void;
  readonly setLayers: (change: (layers: Layers) => Layers) => void;
  readonly setBlocks: (blocks: BlockMode) => void;
  readonly select: (selected: CalendarState['selected']) => void;
}

/** What is on the calendar in the days in sight, and how the user looks at it. */
export const createCalendarStore: StoreMaker<CalendarState> = (api): StoreApi<CalendarState> => {
  let asked = 0;
  const store = createStore<CalendarState>((set, get) => ({
    span: null,
    items: [],
    seen: [],
    seenAs: null,
    loading: true,
    answered: false,
    problem: null,
    layers: allLayers,
    blocks: 'needed',
    selected: null,
    look: (span) => {
      const known = get().span;
      if (known !== null && known.from === span.from && known.to === span.to) return;
      set({ span });
      void get().reload();
    },
    reload: async () => {
      const { span, seenAs } = get();
      if (span === null) return;
      const question = ++asked;
      set({ loading: true });
      const [items, seen] = await Promise.all([
        ask(api, 'items', span),
        seenAs === null ? null : ask(api, 'seenAs', { ...seenAs, ...span }),
      ]);
      if (question !== asked) return;
      const failed = [items, seen].find((reply) => reply?.ok === false);
      set({
        loading: false,
        answered: true,
        problem: failed?.ok === false ? failed.problem : null,
        ...(items.ok ? { items: items.value } : {}),
        ...(seen?.ok === true ? { seen: seen.value } : {}),
      });
    },
    lookAs: (seenAs) => {
      set({ seenAs, seen: [], selected: null });
      void get().reload();
    },
    setLayers: (change) => set(({ layers }) => ({ layers: change(layers) })),
    setBlocks: (blocks) => set({ blocks }),
    select: (selected) => set({ selected }),
  }));
  api.onChange((changed) => {
    if (changed.some((topic) => ['events', 'rules', 'accounts'].includes(topic)))
      void store.getState().reload();
  });
  return store;
};
