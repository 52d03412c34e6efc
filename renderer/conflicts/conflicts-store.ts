import { createStore, type StoreApi } from 'zustand';
import type { Output, Problem } from '../../shared/ipc/contract.ts';
import { conflictsUntil } from '../../shared/view/conflicts-ahead.ts';
import { createAppStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import type { StoreMaker } from '../state/stores.tsx';

export interface ConflictsState {
  readonly conflicts: Output<'conflicts'> | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/** Double bookings from now on. */
export const createConflictsStore: StoreMaker<ConflictsState> = (
  api,
  shelf,
): StoreApi<ConflictsState> => {
  const app = shelf.store(createAppStore);
  let asked = 0;
  const store = createStore<ConflictsState>((set) => ({
    conflicts: null,
    problem: null,
    loading: true,
    reload: async () => {
      const from = app.getState().value?.now;
      if (from === undefined) return;
      const question = ++asked;
      set({ loading: true });
      const reply = await ask(api, 'conflicts', { from, to: conflictsUntil(from) });
      if (question !== asked) return;
      if (reply.ok) set({ conflicts: reply.value, problem: null, loading: false });
      else set({ problem: reply.problem, loading: false });
    },
  }));
  app.subscribe((now, before) => {
    if (now.value !== null && before.value === null) void store.getState().reload();
  });
  api.onChange((changed) => {
    if (changed.includes('events') || changed.includes('accounts')) void store.getState().reload();
  });
  void store.getState().reload();
  return store;
};
