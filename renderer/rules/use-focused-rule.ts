import type { RuleView } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { createRulesStore } from '../state/app.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { createDrafts } from './drafts-store.ts';
import { problemsOfRule, type Problem } from '../../shared/rules/problems.ts';

export interface FocusedRule {
  readonly rule: Rule;
  /** Stays while the rule is being edited, also where its id follows its name. */
  readonly key: string;
  readonly problems: readonly Problem[];
  /** Why its parts can't be changed; null where they can. */
  readonly locked: string | null;
  /** It is the organisation's own: it can't be taken away either. */
  readonly pinned: boolean;
  /** Why it may not act until it is changed; null where it may. */
  readonly paused: string | null;
  /** Why policy stops it, for all of its calendars or for some. */
  readonly stopped: RuleView['stopped'];
  /** Changes the rule; edits with one tag in a row are undone as one. */
  readonly change: (change: (rule: Rule) => Rule, tag?: string) => void;
}

/** The rule in the editor; null where none is chosen. */
export function useFocusedRule(): FocusedRule | null {
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const focus = useFeature(createDrafts, (state) => state.focus);
  const found = useFeature(createDrafts, (state) => state.preview?.problems);
  const editRule = useFeature(createDrafts, (state) => state.editRule);
  const views = useFeature(createRulesStore, (state) => state.value);
  const { ownRules } = useLocks();
  const index = rules.findIndex(({ id }) => id === focus);
  const rule = rules[index];
  if (rule === undefined) return null;
  const view = views?.find((one) => one.rule.id === rule.id);
  return {
    rule,
    key: view === undefined ? `draft ${index}` : rule.id,
    problems: problemsOfRule(found ?? [], index),
    locked: view?.locked ?? ownRules,
    pinned: view?.locked != null,
    paused: view?.paused ?? null,
    stopped: view?.stopped ?? null,
    change: (change, tag) => editRule(rule.id, change, tag),
  };
}
