import type { RuleView } from '../ipc/rules.ts';
import type { Rule } from '../model/rule.ts';

/** How a rule stands, most urgent first. */
export const ruleStates = [
  /** A draft that the engine does not know. */
  'unsaved',
  /** Removals wait for a decision. */
  'held',
  /** Policy stops all of it. */
  'stopped',
  /** A calendar that it names is gone. */
  'paused',
  'off',
  /** Writes wait for an answer or for their turn. */
  'writing',
  'noSource',
  'noTarget',
  'upToDate',
] as const;
export type RuleState = (typeof ruleStates)[number];

/** The state of a rule as drafted, with what the engine last said of it. */
export function stateOfRule(view: RuleView | undefined, { enabled }: Rule): RuleState {
  if (view === undefined) return 'unsaved';
  const holds: Readonly<Record<RuleState, boolean>> = {
    unsaved: false,
    held: view.held > 0,
    stopped: enabled && view.stopped?.whole === true,
    paused: view.paused !== null,
    off: !enabled,
    writing: view.outstanding > 0,
    noSource: view.sources.length === 0,
    noTarget: view.targets.length === 0,
    upToDate: true,
  };
  return ruleStates.find((state) => holds[state]) ?? 'upToDate';
}

/** The ids of the rules that an administrator decides about. */
export function lockedRules(
  views: readonly Pick<RuleView, 'rule' | 'locked'>[],
): ReadonlySet<string> {
  return new Set(views.flatMap(({ rule, locked }) => (locked === null ? [] : [rule.id])));
}
