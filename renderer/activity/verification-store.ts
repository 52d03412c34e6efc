import { createStore, type StoreApi } from 'zustand';
import type { Output } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import { createNotices } from '../state/notices.ts';
import type { StoreMaker } from '../state/stores.tsx';

export interface Verification {
  readonly busy: boolean;
  readonly found: Output<'verifyActivity'> | null;
  readonly verify: () => Promise<void>;
}

/** Works through the log's chain from its beginning; what it found stays in sight until it is asked anew. */
export const createVerification: StoreMaker<Verification> = (api, shelf): StoreApi<Verification> =>
  createStore<Verification>((set, get) => ({
    busy: false,
    found: null,
    verify: async () => {
      set({ busy: true, found: null });
      const reply = await ask(api, 'verifyActivity', {});
      set({ busy: false, found: reply.ok ? reply.value : null });
      if (reply.ok) return;
      const again = { words: 'Try again', run: () => void get().verify() };
      shelf.store(createNotices).getState().complain(reply.problem, again);
    },
  }));
