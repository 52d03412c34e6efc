import { createStore, type StoreApi } from 'zustand';
import type { Channel, Input, Output, Problem, Topic } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import type { StoreMaker } from './stores.tsx';

/** Something the program knows, as far as the window has it. An old value stays in sight while a new one loads. */
export interface Remote<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * A store that holds the answer of one channel, asks again whenever one of its topics rings, and drops answers that
 * a later question overtook: `const createHoldsStore = remoteStore('holds', {}, ['holds', 'rules'])`.
 */
export function remoteStore<C extends Channel>(
  channel: C,
  input: Input<C>,
  on: readonly Topic[],
): StoreMaker<Remote<Output<C>>> {
  return (api): StoreApi<Remote<Output<C>>> => {
    let asked = 0;
    const store = createStore<Remote<Output<C>>>((set) => ({
      value: null,
      problem: null,
      loading: true,
      reload: async (): Promise<void> => {
        const question = ++asked;
        set({ loading: true });
        const reply = await ask(api, channel, input);
        if (question !== asked) return;
        if (reply.ok) set({ value: reply.value, problem: null, loading: false });
        else set({ problem: reply.problem, loading: false });
      },
    }));
    api.onChange((changed) => {
      if (changed.some((topic) => on.includes(topic))) void store.getState().reload();
    });
    void store.getState().reload();
    return store;
  };
}
