import type { RulePreview } from '../../shared/ipc/rules.ts';
import { ask } from '../state/ask.ts';
import type { Desk } from './drafts.ts';

const PAUSE_MS = 250;

export interface Previews {
  /** After a pause in typing; only the last one counts. */
  readonly soon: (pause?: number) => void;
  /** At once; null where it failed or was overtaken. */
  readonly now: () => Promise<RulePreview | null>;
}

/** Keeps the preview in step with the draft. */
export function previewsOf({ api, get, set }: Desk): Previews {
  let [timer, asked]: [ReturnType<typeof setTimeout> | undefined, number] = [undefined, 0];
  const now = async (): Promise<RulePreview | null> => {
    clearTimeout(timer);
    const question = ++asked;
    const { focus, history } = get();
    const reply = await ask(api, 'previewRules', { rules: [...history.present], focus });
    if (question !== asked) return null;
    set({
      stale: false,
      ...(reply.ok
        ? { preview: reply.value, previewProblem: null }
        : { previewProblem: reply.problem }),
    });
    return reply.ok ? reply.value : null;
  };
  return {
    now,
    soon: (pause = PAUSE_MS) => {
      set({ stale: true });
      clearTimeout(timer);
      timer = setTimeout(() => void now(), pause);
    },
  };
}
