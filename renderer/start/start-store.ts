import { createStore, type StoreApi } from 'zustand';
import type { Api, Problem } from '../../shared/ipc/contract.ts';
import type { RulePreview } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { TemplateName } from '../../shared/rules/rule-templates.ts';
import { addRules } from '../../shared/rules/rule-list.ts';
import { createAccountsStore, createRulesStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import type { Shelf } from '../state/stores.tsx';
import { excluding, leftAtFirst } from '../../shared/view/first-start.ts';

/** What was chosen so far on the first start. */
export interface Start {
  /** Calendars that were left out; null as long as nobody chose. */
  readonly left: ReadonlySet<string> | null;
  readonly template: TemplateName | null;
  readonly rules: readonly Rule[];
  readonly preview: RulePreview | null;
  readonly problem: Problem | null;
  readonly saving: boolean;
  readonly leave: (left: ReadonlySet<string>) => void;
  /** Chooses a template and works out what it would do. */
  readonly choose: (template: TemplateName) => Promise<void>;
  /** Saves the rules; false where that failed, and then `problem` says why. */
  readonly finish: () => Promise<boolean>;
}

export function createStart(api: Api, shelf: Shelf): StoreApi<Start> {
  let asked = 0;
  const store = createStore<Start>((set, get) => ({
    left: null,
    template: null,
    rules: [],
    preview: null,
    problem: null,
    saving: false,
    leave: (left) => set({ left, template: null, rules: [], preview: null }),
    choose: async (template) => {
      const question = ++asked;
      set({ template, problem: null, ...(get().template === template ? {} : { preview: null }) });
      const answer = await ask(api, 'ruleTemplate', { name: template });
      if (question !== asked) return;
      if (!answer.ok) {
        set({ problem: answer.problem });
        return;
      }
      const accounts = shelf.store(createAccountsStore).getState().value ?? [];
      const inForce = shelf.store(createRulesStore).getState().value ?? [];
      const before = inForce.map(({ rule }) => rule);
      const picked = excluding(answer.value, accounts, get().left ?? leftAtFirst(accounts));
      // Rules that are there already stay: this start may not be the first one.
      const rules = addRules(before, picked);
      const focus = rules[before.length]?.id ?? null;
      const preview = await ask(api, 'previewRules', { rules: [...rules], focus });
      if (question !== asked) return;
      set(preview.ok ? { rules, preview: preview.value } : { rules, problem: preview.problem });
    },
    finish: async () => {
      if (get().rules.length === 0) return false;
      set({ saving: true, problem: null });
      const reply = await ask(api, 'saveRules', { rules: [...get().rules] });
      set({ saving: false, problem: reply.ok ? null : reply.problem });
      if (reply.ok) set({ template: null, rules: [], preview: null });
      return reply.ok;
    },
  }));
  // Calendars are still being read while one chooses: what the template would do grows with them.
  api.onChange((topics) => {
    const { template, saving, choose } = store.getState();
    if (template !== null && !saving && topics.includes('events')) void choose(template);
  });
  return store;
}
