import { createStore, type StoreApi } from 'zustand';
import type { Api } from '../../shared/ipc/contract.ts';
import { createRulesStore } from '../state/app.ts';
import { lockedRules } from '../../shared/view/rule-state.ts';
import { createNotices } from '../state/notices.ts';
import type { Shelf } from '../state/stores.tsx';
import { save, switchRule } from './drafts-deeds.ts';
import { previewsOf } from './drafts-preview.ts';
import { nothingYet, overtakenBy, type Desk, type Drafts } from './drafts.ts';
import { record, redo, undo } from './history.ts';
import { replaceRule, sameRules } from '../../shared/rules/rule-list.ts';

/** The drafts of all rules, fed by the rules in force. */
export function createDrafts(api: Api, shelf: Shelf): StoreApi<Drafts> {
  const inForce = shelf.store(createRulesStore);
  const store = createStore<Drafts>((set, get) => ({ ...nothingYet, ...deeds({ set, get }) }));
  let heard = false;
  const hear = (): void => {
    const rules = inForce.getState().value?.map(({ rule }) => rule);
    if (rules === undefined || (heard && sameRules(rules, store.getState().base))) return;
    heard = true;
    store.setState(overtakenBy(rules, store.getState()));
    previews.soon(0);
  };

  function deeds(part: Pick<Desk, 'get' | 'set'>): Omit<Drafts, keyof typeof nothingYet> {
    const { get, set } = part;
    const edit: Drafts['edit'] = (change, tag) => {
      const { history } = get();
      set({ history: record(history, change(history.present), tag ?? null) });
      previews.soon();
    };
    const walk = (step: typeof undo): void => {
      set({ history: step(get().history) });
      previews.soon();
    };
    return {
      edit,
      editRule: (id, change, tag) => {
        const rule = get().history.present.find((one) => one.id === id);
        if (rule === undefined || desk.isLocked(id)) return;
        edit((rules) => replaceRule(rules, id, change(rule)), tag && `${id} ${tag}`);
      },
      focusOn: (focus) => {
        set({ focus });
        previews.soon(0);
      },
      undo: () => walk(undo),
      redo: () => walk(redo),
      discard: () => {
        set({ overtaken: false });
        edit(() => get().base);
      },
      switchRule: (id, enabled) => switchRule(desk, previews, id, enabled),
      save: (agreed) => save(desk, previews, agreed === true),
      refuse: () => set({ asking: [] }),
    };
  }

  const desk: Desk = {
    api,
    notices: () => shelf.store(createNotices).getState(),
    isLocked: (id) => lockedRules(inForce.getState().value ?? []).has(id),
    get: store.getState,
    set: store.setState,
  };
  const previews = previewsOf(desk);
  inForce.subscribe(hear);
  hear();
  api.onChange((topics) => {
    if (topics.includes('events') || topics.includes('accounts')) previews.soon();
  });
  return store;
}
