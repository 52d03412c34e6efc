import { createStore, type StoreApi } from 'zustand';
import type { ItemDetails } from '../../shared/ipc/calendar.ts';
import type { Problem } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import type { StoreMaker } from '../state/stores.tsx';
import { createCalendarStore } from './calendar-store.ts';

export interface DetailsState {
  readonly details: ItemDetails | null;
  readonly problem: Problem | null;
  readonly reload: () => Promise<void>;
}

/** Everything about the selected item; asked for when it is selected, and again when anything changed. */
export const createDetailsStore: StoreMaker<DetailsState> = (
  api,
  shelf,
): StoreApi<DetailsState> => {
  const calendar = shelf.store(createCalendarStore);
  let asked = 0;
  const store = createStore<DetailsState>((set) => ({
    details: null,
    problem: null,
    reload: async () => {
      const question = ++asked;
      const { selected } = calendar.getState();
      if (selected === null) {
        set({ details: null, problem: null });
        return;
      }
      const reply = await ask(api, 'itemDetails', selected);
      if (question !== asked) return;
      if (reply.ok) set({ details: reply.value, problem: null });
      else set({ details: null, problem: reply.problem });
    },
  }));
  calendar.subscribe((now, before) => {
    if (now.selected !== before.selected) void store.getState().reload();
  });
  api.onChange((changed) => {
    if (changed.some((topic) => ['events', 'rules', 'holds'].includes(topic)))
      void store.getState().reload();
  });
  void store.getState().reload();
  return store;
};
