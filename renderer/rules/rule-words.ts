import type { Rule } from '../../shared/model/rule.ts';
import type { RuleView } from '../../shared/ipc/rules.ts';
import { questionCount } from '../../shared/rules/condition-tree.ts';
import { stateOfRule, type RuleState } from '../../shared/view/rule-state.ts';
import { levelLabels } from './option-words.ts';
import { saySelectors } from '../../shared/rules/selector-choice.ts';

/** A rule in one line: from where, to where, how much is shown. */
export function sayRule(rule: Rule): string {
  return `${capital(saySelectors(rule.sources))} → ${saySelectors(rule.targets)}`;
}

export function sayMask({ mask }: Rule): string {
  if (mask.level === 'labelled' && mask.label !== undefined) return `“${mask.label}”`;
  return levelLabels[mask.level];
}

export function sayConditions({ conditions }: Rule): string | null {
  const count = questionCount(conditions);
  if (count === 0) return null;
  return count === 1 ? '1 condition' : `${count} conditions`;
}

/** How urgent a state is, for the colour of its badge. */
export const stateTones = {
  unsaved: 'accent',
  held: 'warn',
  stopped: 'warn',
  paused: 'warn',
  off: 'neutral',
  writing: 'accent',
  noSource: 'warn',
  noTarget: 'warn',
  upToDate: 'good',
} as const satisfies Record<RuleState, string>;

/** How a rule stands, in a word or two. */
export function sayState(view: RuleView | undefined, rule: Rule): string {
  return {
    unsaved: 'Not saved yet',
    held: `${counted(view?.held ?? 0, 'removal')} waiting`,
    stopped: 'Stopped by your organisation',
    paused: 'Paused: a calendar is gone',
    off: 'Off',
    writing: `${(view?.outstanding ?? 0).toLocaleString('en')} to write`,
    noSource: 'No source',
    noTarget: 'No target',
    upToDate: 'Up to date',
  }[stateOfRule(view, rule)];
}

/** What becomes of the blocks that stand where policy stops a rule. */
export function sayStoppedBlocks({
  whole,
  blocksGo,
}: Pick<NonNullable<RuleView['stopped']>, 'whole' | 'blocksGo'>): string {
  const which = whole ? 'Its blocks' : 'Its blocks there';
  return blocksGo
    ? `${which} are removed, as your organisation asks (RemoveStoppedBlocks).`
    : `${which} stay as they are.`;
}

/** What is noteworthy about its blocks, beyond their number. */
export function blockRemarks(view: RuleView): readonly string[] {
  return [
    view.stopped?.whole === false ? 'Stopped in part by your organisation' : '',
    view.dismissed > 0 ? `${view.dismissed} you deleted` : '',
    view.edited > 0 ? `${view.edited} edited` : '',
  ].filter((remark) => remark !== '');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
