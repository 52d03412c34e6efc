import { createStore, type StoreApi } from 'zustand';
import type { ActivityEntry } from '../../shared/ipc/activity.ts';
import type { Api, Problem } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import { withMore } from './entry-words.ts';

/** The audit log as far as it was read: newest first, page by page. */
export interface Activity {
  readonly entries: readonly ActivityEntry[] | null;
  readonly more: boolean;
  readonly loading: boolean;
  readonly problem: Problem | null;
  readonly text: string;
  readonly action: string | null;
  /** Whether announcements of writes are shown beside their results. */
  readonly intents: boolean;
  readonly search: (text: string) => void;
  readonly filter: (action: string | null) => void;
  readonly showIntents: (shown: boolean) => void;
  readonly loadMore: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

const PAGE = 200;
const PAUSE_MS = 200;

export function createActivity(api: Api): StoreApi<Activity> {
  let [asked, timer]: [number, ReturnType<typeof setTimeout> | undefined] = [0, undefined];
  const store = createStore<Activity>((set, get) => {
    const read = async (before: number | null): Promise<void> => {
      const question = ++asked;
      const { text, action, intents } = get();
      set({ loading: true });
      const reply = await ask(api, 'activity', { before, limit: PAGE, text, action, intents });
      if (question !== asked) return;
      if (!reply.ok) {
        set({ loading: false, problem: reply.problem });
        return;
      }
      const { entries, more } = reply.value;
      set(({ entries: known }) => ({
        loading: false,
        problem: null,
        more,
        entries: before === null ? entries : withMore(known ?? [], entries),
      }));
    };
    return {
      entries: null,
      more: false,
      loading: true,
      problem: null,
      text: '',
      action: null,
      intents: false,
      search: (text) => {
        set({ text });
        clearTimeout(timer);
        timer = setTimeout(() => void read(null), PAUSE_MS);
      },
      filter: (action) => {
        set({ action });
        void read(null);
      },
      showIntents: (intents) => {
        set({ intents });
        void read(null);
      },
      loadMore: async () => {
        const { entries, more, loading } = get();
        const last = entries?.at(-1);
        if (more && !loading && last !== undefined) await read(last.sequence);
      },
      reload: () => read(null),
    };
  });
  // What was read further down stays: only a log that is in sight from its beginning is read anew.
  api.onChange((topics) => {
    if (topics.includes('activity') && (store.getState().entries?.length ?? 0) <= PAGE)
      void store.getState().reload();
  });
  void store.getState().reload();
  return store;
}
