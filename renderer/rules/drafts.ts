import type { Api, Problem } from '../../shared/ipc/contract.ts';
import type { RulePreview } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { Notices } from '../state/notices.ts';
import type { History } from './history.ts';
import { begin } from './history.ts';
import { sameRules, type RuleList } from '../../shared/rules/rule-list.ts';

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

/** What the deeds of the drafts work with. */
export interface Desk {
  readonly api: Api;
  readonly notices: () => Notices;
  readonly isLocked: (id: string) => boolean;
  readonly get: () => Drafts;
  readonly set: (change: Partial<Drafts>) => void;
}

export const nothingYet = {
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

/** The drafts after other rules came into force: these become the draft, unless another one is being worked on. */
export function overtakenBy(
  base: RuleList,
  { base: before, history, focus }: Pick<Drafts, 'base' | 'history' | 'focus'>,
): Pick<Drafts, 'base' | 'history' | 'focus' | 'overtaken'> {
  const agrees = sameRules(history.present, base);
  const clean = agrees || sameRules(history.present, before);
  return {
    base,
    overtaken: !clean,
    history: clean && !agrees ? begin(base) : history,
    focus: focus ?? base[0]?.id ?? null,
  };
}
