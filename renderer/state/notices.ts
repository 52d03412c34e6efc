import { createStore, type StoreApi } from 'zustand';
import type { Problem } from '../../shared/ipc/contract.ts';

export interface Notice {
  readonly id: number;
  readonly words: string;
  readonly problem: Problem | null;
  /** The one button: undo, or what mends a problem. */
  readonly action: { readonly words: string; readonly run: () => void } | null;
}

export interface Notices {
  readonly list: readonly Notice[];
  /** Says that something was done; goes away by itself. */
  readonly say: (words: string, action?: Notice['action']) => void;
  /** Says that something failed; stays until it is dismissed. */
  readonly complain: (problem: Problem, action?: Notice['action']) => void;
  readonly dismiss: (id: number) => void;
}

/** Short messages above the window. At most four; the oldest make room. */
export function createNotices(): StoreApi<Notices> {
  let last = 0;
  return createStore<Notices>((set) => {
    const add = (notice: Omit<Notice, 'id'>): void =>
      set(({ list }) => ({ list: [...list.slice(-3), { ...notice, id: ++last }] }));
    return {
      list: [],
      say: (words, action = null) => add({ words, problem: null, action }),
      complain: (problem, action = null) => add({ words: problem.sentence, problem, action }),
      dismiss: (id) => set(({ list }) => ({ list: list.filter((notice) => notice.id !== id) })),
    };
  });
}
