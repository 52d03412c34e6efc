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

/** Saves the draft, if a fresh preview has no problem with it and reveals nothing that was not agreed to. */
export async function save(desk: Desk, previews: Previews, agreed: boolean): Promise<void> {
  const { api, get, set } = desk;
  set({ saving: true });
  const { preview, stale } = get();
  const current = stale || preview === null ? await previews.now() : preview;
  const reveals = current?.reveals ?? [];
  if (current === null || current.problems.length > 0 || (reveals.length > 0 && !agreed)) {
    set({ saving: false, asking: current?.problems.length === 0 ? reveals : [] });
    return;
  }
  const rules = get().history.present;
  const reply = await ask(api, 'saveRules', { rules: [...rules] });
  if (reply.ok) {
    set({ base: rules, overtaken: false, asking: [] });
    desk.notices().say('Rules saved. The next sync carries them out.');
  } else
    desk.notices().complain(reply.problem, {
      words: 'Try again',
      run: () => void save(desk, previews, agreed),
    });
  set({ saving: false });
  previews.soon();
}
