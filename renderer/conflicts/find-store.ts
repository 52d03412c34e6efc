import { createStore, type StoreApi } from 'zustand';
import type { Input, Output, Problem } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import type { StoreMaker } from '../state/stores.tsx';

export interface FindState {
  readonly slots: Output<'findTime'> | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Asks for the last wish once more. */
  readonly again: () => Promise<void>;
  readonly find: (wish: Input<'findTime'>) => Promise<void>;
}

/** Free time that was looked for. A later wish overtakes an earlier one. */
export const createFindStore: StoreMaker<FindState> = (api): StoreApi<FindState> => {
  let asked = 0;
  let last: Input<'findTime'> | null = null;
  return createStore<FindState>((set, get) => ({
    slots: null,
    problem: null,
    busy: false,
    again: async () => {
      if (last !== null) await get().find(last);
    },
    find: async (wish) => {
      last = wish;
      const question = ++asked;
      set({ busy: true });
      const reply = await ask(api, 'findTime', wish);
      if (question !== asked) return;
      if (reply.ok) set({ slots: reply.value, problem: null, busy: false });
      else set({ problem: reply.problem, busy: false });
    },
  }));
};
