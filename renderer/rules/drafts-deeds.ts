import type { Problem, Reply } from '../../shared/ipc/contract.ts';
import { ask } from '../state/ask.ts';
import type { Desk } from './drafts.ts';
import type { Previews } from './drafts-preview.ts';
import { everywhere } from './history.ts';
import { setEnabled } from '../../shared/rules/rule-list.ts';

/** Switches a rule at once, as the tray does; one that was never saved is only edited. */
export async function switchRule(
  desk: Desk,
  previews: Previews,
  id: string,
  enabled: boolean,
): Promise<void> {
  const { api, get, set } = desk;
  if (desk.isLocked(id)) return;
  if (!get().base.some((rule) => rule.id === id)) {
    get().edit((rules) => setEnabled(rules, id, enabled));
    return;
  }
  const apply = (on: boolean): void => {
    const { history, base } = get();
    set({
      history: everywhere(history, (rules) => setEnabled(rules, id, on)),
      base: setEnabled(base, id, on),
    });
  };
  apply(enabled);
  const reply = await ask(api, 'switchRule', { id, enabled });
  if (!reply.ok) {
    apply(!enabled);
    const again = (): void => void switchRule(desk, previews, id, enabled);
    desk.notices().complain(reply.problem, { words: 'Try again', run: again });
  }
  previews.soon();
}

/**
 * Saves the draft that is there now, if a preview of this very draft has no problem with it and reveals nothing that
 * was not agreed to. What is edited meanwhile stays a draft.
 */
export async function save(desk: Desk, previews: Previews, agreed: boolean): Promise<void> {
  const { api, get, set } = desk;
  set({ saving: true });
  const { preview, stale } = get();
  const rules = get().history.present;
  const current: Reply<'previewRules'> =
    stale || preview === null ? await previews.now() : { ok: true, value: preview };
  if (!current.ok) {
    set({ saving: false, asking: [] });
    complain(desk, previews, current.problem, agreed);
    return;
  }
  const { problems, reveals } = current.value;
  if (problems.length > 0 || (reveals.length > 0 && !agreed)) {
    set({ saving: false, asking: problems.length === 0 ? reveals : [] });
    return;
  }
  const reply = await ask(api, 'saveRules', { rules: [...rules] });
  if (reply.ok) {
    set({ base: rules, overtaken: false, asking: [] });
    desk.notices().say('Rules saved. The next sync carries them out.');
  } else complain(desk, previews, reply.problem, agreed);
  set({ saving: false });
  previews.soon();
}

function complain(desk: Desk, previews: Previews, problem: Problem, agreed: boolean): void {
  desk.notices().complain(problem, {
    words: 'Try again',
    run: () => void save(desk, previews, agreed),
  });
}
