import { createStore, type StoreApi } from 'zustand';
import type { Api, Problem } from '../../shared/ipc/contract.ts';
import type { RulePreview } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { createRulesStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { createNotices } from '../state/notices.ts';
import type { Shelf } from '../state/stores.tsx';
import { begin, everywhere, record, redo, undo, type History } from './history.ts';
import { replaceRule, sameRules, setEnabled, type RuleList } from './rule-list.ts';

/** The rules being edited: nothing of it is in force before `save`. */
export interface Drafts {
  /** The rules in force, as they were when last heard of. */
  readonly base: RuleList;
  readonly history: History<RuleList>;
  readonly focus: string | null;
  /** What saving would do; null until the first answer. */
  readonly preview: RulePreview | null;
  readonly previewProblem: Problem | null;
  /** The preview is of an older draft than the one in sight. */
  readonly stale: boolean;
  /** The rules in force changed while others were being edited here. */
  readonly overtaken: boolean;
  readonly saving: boolean;
  /** Not empty: the user is being asked whether these may be revealed. */
  readonly asking: readonly string[];
  readonly edit: (change: (rules: RuleList) => RuleList, tag?: string) => void;
  readonly editRule: (id: string, change: (rule: Rule) => Rule, tag?: string) => void;
  readonly focusOn: (id: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
  readonly switchRule: (id: string, enabled: boolean) => Promise<void>;
  /** Saves; asks first where the mask would reveal more, unless that was agreed to. */
  readonly save: (agreed?: boolean) => Promise<void>;
  readonly refuse: () => void;
}

const PAUSE_MS = 250;

export function createDrafts(api: Api, shelf: Shelf): StoreApi<Drafts> {
  const saved = shelf.store(createRulesStore);
  const store = createStore<Drafts>((set, get) => ({
    ...nothingYet,
    edit: (change, tag) => {
      set(({ history }) => ({ history: record(history, change(history.present), tag ?? null) }));
      previewSoon();
    },
    editRule: (id, change, tag) => {
      const rule = get().history.present.find((one) => one.id === id);
      if (rule === undefined || isLocked(id)) return;
      get().edit((rules) => replaceRule(rules, id, change(rule)), tag && `${id} ${tag}`);
    },
    focusOn: (focus) => {
      set({ focus });
      previewSoon(0);
    },
    undo: () => step(undo),
    redo: () => step(redo),
    discard: () => {
      set(({ base, history }) => ({ history: record(history, base), overtaken: false }));
      previewSoon();
    },
    switchRule: (id, enabled) => switchRule(id, enabled),
    save: (agreed) => save(agreed === true),
    refuse: () => set({ asking: [] }),
  }));
  const { getState: get, setState: set } = store;

  function step(walk: (history: History<RuleList>) => History<RuleList>): void {
    set(({ history }) => ({ history: walk(history) }));
    previewSoon();
  }

  function isLocked(id: string): boolean {
    return (saved.getState().value ?? []).some(
      (view) => view.rule.id === id && view.locked !== null,
    );
  }

  let [timer, asked]: [ReturnType<typeof setTimeout> | undefined, number] = [undefined, 0];
  function previewSoon(pause = PAUSE_MS): void {
    set({ stale: true });
    clearTimeout(timer);
    timer = setTimeout(() => void preview(), pause);
  }

  async function preview(): Promise<RulePreview | null> {
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
  }

  async function switchRule(id: string, enabled: boolean): Promise<void> {
    if (isLocked(id)) return;
    if (!get().base.some((rule) => rule.id === id)) {
      get().edit((rules) => setEnabled(rules, id, enabled));
      return;
    }
    const apply = (on: boolean): void =>
      set(({ history, base }) => ({
        history: everywhere(history, (rules) => setEnabled(rules, id, on)),
        base: setEnabled(base, id, on),
      }));
    apply(enabled);
    const reply = await ask(api, 'switchRule', { id, enabled });
    if (!reply.ok) {
      apply(!enabled);
      shelf.store(createNotices).getState().complain(reply.problem);
    }
    previewSoon();
  }

  async function save(agreed: boolean): Promise<void> {
    set({ saving: true });
    const { preview: known, stale } = get();
    const current = stale || known === null ? await preview() : known;
    const reveals = current?.reveals ?? [];
    if (current === null || current.problems.length > 0 || (reveals.length > 0 && !agreed)) {
      set({ saving: false, asking: current?.problems.length === 0 ? reveals : [] });
      return;
    }
    const rules = get().history.present;
    const reply = await ask(api, 'saveRules', { rules: [...rules] });
    const notices = shelf.store(createNotices).getState();
    if (reply.ok) {
      set({ base: rules, overtaken: false, asking: [] });
      notices.say('Rules saved. The next sync carries them out.');
    } else notices.complain(reply.problem, { words: 'Try again', run: () => void save(agreed) });
    set({ saving: false });
    previewSoon();
  }

  let known = false;
  /** Rules in force that came in: they become the draft, unless another draft is being worked on. */
  function take(base: RuleList): void {
    const { base: before, history, focus } = get();
    if (known && sameRules(base, before)) return;
    known = true;
    const clean = sameRules(history.present, before) || sameRules(history.present, base);
    set({
      base,
      overtaken: !clean,
      history: clean ? (sameRules(history.present, base) ? history : begin(base)) : history,
      focus: focus ?? base[0]?.id ?? null,
    });
    previewSoon(0);
  }

  const hear = (): void => {
    const views = saved.getState().value;
    if (views !== null) take(views.map(({ rule }) => rule));
  };
  saved.subscribe(hear);
  hear();
  api.onChange((topics) => {
    if (topics.includes('events') || topics.includes('accounts')) previewSoon();
  });
  return store;
}

const nothingYet = {
  base: [],
  history: begin<RuleList>([]),
  focus: null,
  preview: null,
  previewProblem: null,
  stale: true,
  overtaken: false,
  saving: false,
  asking: [],
} as const satisfies Partial<Drafts>;

export function isDirty({ base, history }: Pick<Drafts, 'base' | 'history'>): boolean {
  return !sameRules(base, history.present);
}
