import type { Rule } from '../../shared/model/rule.ts';
import type { RuleView } from '../../shared/ipc/rules.ts';
import { questionCount } from '../../shared/rules/condition-tree.ts';
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

export interface RuleState {
  readonly tone: 'good' | 'quiet' | 'busy' | 'warn';
  readonly words: string;
}

/** How a rule stands, most urgent first. */
export function ruleState(view: RuleView | undefined, rule: Rule): RuleState {
  if (view === undefined) return { tone: 'busy', words: 'Not saved yet' };
  if (view.held > 0) return { tone: 'warn', words: `${counted(view.held, 'removal')} waiting` };
  if (view.stopped?.whole === true && rule.enabled)
    return { tone: 'warn', words: 'Stopped by your organisation' };
  if (view.paused !== null) return { tone: 'warn', words: 'Paused: a calendar is gone' };
  if (!rule.enabled) return { tone: 'quiet', words: 'Off' };
  if (view.outstanding > 0) return { tone: 'busy', words: `${view.outstanding} to write` };
  if (view.sources.length === 0 || view.targets.length === 0)
    return { tone: 'warn', words: view.sources.length === 0 ? 'No source' : 'No target' };
  return { tone: 'good', words: 'Up to date' };
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
