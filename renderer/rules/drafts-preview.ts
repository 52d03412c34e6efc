import type { Reply } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import type { Desk } from './drafts.ts';

const PAUSE_MS = 250;

export interface Previews {
  /** After a pause in typing; only the last one counts. */
  readonly soon: (pause?: number) => void;
  /** At once: of the draft as it is now, whatever is asked or edited meanwhile. */
  readonly now: () => Promise<Reply<'previewRules'>>;
}

/** Keeps the preview in step with the draft. */
export function previewsOf({ api, get, set }: Desk): Previews {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [asked, wished] = [0, 0];
  const now = async (): Promise<Reply<'previewRules'>> => {
    clearTimeout(timer);
    const [question, wish] = [++asked, ++wished];
    const { focus, history } = get();
    const reply = await ask(api, 'previewRules', { rules: [...history.present], focus });
    if (question === asked)
      set({
        // Another one is due where something changed while this one was on its way.
        stale: wish !== wished,
        ...(reply.ok
          ? { preview: reply.value, previewProblem: null }
          : { previewProblem: reply.problem }),
      });
    return reply;
  };
  return {
    now,
    soon: (pause = PAUSE_MS) => {
      wished += 1;
      set({ stale: true });
      clearTimeout(timer);
      timer = setTimeout(() => void now(), pause);
    },
  };
}
