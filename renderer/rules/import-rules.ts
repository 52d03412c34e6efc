import { createRulesStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { createNotices } from '../state/notices.ts';
import type { Shelf } from '../state/stores.tsx';
import { createDrafts } from './drafts-store.ts';
import { takeIn, type ImportWay } from '../../shared/rules/rule-list.ts';

/** Takes the rules of a file, chosen in the system's own dialog, as an edit that is not saved yet. */
export async function importRules(shelf: Shelf, way: ImportWay): Promise<void> {
  const reply = await ask(shelf.api, 'importRules', {});
  if (!reply.ok) {
    const again = { words: 'Try again', run: () => void importRules(shelf, way) };
    shelf.store(createNotices).getState().complain(reply.problem, again);
    return;
  }
  const { rules } = reply.value;
  if (rules === null) return;
  const locked = (shelf.store(createRulesStore).getState().value ?? [])
    .filter((view) => view.locked !== null)
    .map((view): string => view.rule.id);
  shelf
    .store(createDrafts)
    .getState()
    .edit((all) => takeIn(all, rules, way, locked));
}
