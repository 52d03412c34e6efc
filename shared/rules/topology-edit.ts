import type { Rule } from '../model/rule.ts';
import type { MaskLevel } from '../model/mask-level.ts';
import { matchRank } from './selectors.ts';
import type { CalendarChoice } from './calendar-choices.ts';
import { defaultOptions } from '../model/default-options.ts';
import { ruleLimits } from '../model/rule-limits.ts';
import { freshId, type RuleList } from './rule-list.ts';
import { rankOf, reachesPair, reachOf, type Reach } from './topology.ts';

export interface Pair {
  readonly source: CalendarChoice;
  readonly target: CalendarChoice;
}

const LABEL = 'Elsewhere';

/**
 * The rules so changed that each pair shows exactly `level`, and every other pair what it showed before. A wider rule
 * that shows more is split around the pair; one that shows less stays, since what shows most wins (plan/SPEC P4).
 */
export function setPairs(
  rules: RuleList,
  choices: readonly CalendarChoice[],
  pairs: readonly Pair[],
  level: MaskLevel | null,
): RuleList {
  return pairs.reduce((all, pair) => setPair(all, choices, pair, level), rules);
}

function setPair(
  rules: RuleList,
  choices: readonly CalendarChoice[],
  pair: Pair,
  level: MaskLevel | null,
): RuleList {
  if (pair.source.key === pair.target.key) return rules;
  const cut = reachOf(rules, choices)
    .filter((reach) => reachesPair(reach, pair.source.key, pair.target.key))
    .filter(({ rule }) => rankOf(rule.mask.level) > rankOf(level))
    .reduce((all, reach) => carve(all, choices, reach, pair), rules);
  if (level === null) return cut;
  const covered = reachOf(cut, choices).some(
    (reach) =>
      reachesPair(reach, pair.source.key, pair.target.key) &&
      reach.rule.mask.level === level &&
      reach.rule.conditions === undefined,
  );
  return covered ? cut : grow(cut, pair, level);
}

/** Takes one pair out of a rule: out of a selector where nothing else leaves with it, else by splitting it in two. */
function carve(
  rules: RuleList,
  choices: readonly CalendarChoice[],
  { rule, sources, targets }: Reach,
  { source, target }: Pair,
): RuleList {
  const index = rules.findIndex(({ id }) => id === rule.id);
  const otherSources = [...sources].filter((key) => key !== source.key);
  const otherTargets = [...targets].filter((key) => key !== target.key && key !== source.key);
  const ofOthers = otherSources.some((from) => [...targets].some((to) => to !== from));
  if (otherTargets.length === 0 && !ofOthers) return rules.toSpliced(index, 1);
  if (otherTargets.length === 0 && !targets.has(source.key))
    return rules.with(index, without(rule, 'sources', source.ref));
  if (otherSources.every((key) => key === target.key) && !sources.has(target.key))
    return rules.with(index, without(rule, 'targets', target.ref));
  const others = {
    ...rule,
    sources: narrowed(rule.sources, source.ref, sources, choices),
  };
  const own = {
    ...rule,
    id: freshId(
      rule.id,
      rules.map(({ id }) => id),
    ),
    sources: [source.ref],
    targets: narrowed(rule.targets, target.ref, targets, choices),
  };
  const parts = [
    ...(ofOthers ? [others] : []),
    ...(otherTargets.length > 0 ? [ofOthers ? own : { ...own, id: rule.id }] : []),
  ];
  return rules.toSpliced(index, 1, ...parts);
}

/** The rule without a calendar on one side, on which nothing of the other side depends. */
function without(rule: Rule, side: 'sources' | 'targets', ref: string): Rule {
  const left = rule[side].filter((selector) => selector !== ref);
  return left.length > 0 && left.every((selector) => matchRank(selector, ref) === 0)
    ? { ...rule, [side]: left }
    : { ...rule, exclude: [...rule.exclude, ref] };
}

/** Selectors that mean what they meant, less one calendar; wide ones stay as wide as they can. */
function narrowed(
  selectors: readonly string[],
  ref: string,
  meant: ReadonlySet<string>,
  choices: readonly CalendarChoice[],
): string[] {
  const account = ref.slice(0, ref.indexOf('/'));
  const siblings = choices
    .filter((choice) => choice.account === account && choice.ref !== ref && meant.has(choice.key))
    .map((choice) => choice.ref);
  const accounts = new Set(choices.map((choice) => choice.account));
  accounts.delete(account);
  const narrow = (selector: string): readonly string[] => {
    if (matchRank(selector, ref) === 0) return [selector];
    if (selector === ref) return [];
    return selector === '*' ? [...[...accounts].map((one) => `${one}/*`), ...siblings] : siblings;
  };
  return [...new Set(selectors.flatMap(narrow))];
}

/** Adds a pair at a level: to a plain rule of that level that it fits, else by a rule of its own. */
function grow(rules: RuleList, { source, target }: Pair, level: MaskLevel): RuleList {
  const index = rules.findIndex(
    (rule) =>
      isPlain(rule, level) &&
      rule.exclude.every(
        (selector) => matchRank(selector, source.ref) + matchRank(selector, target.ref) === 0,
      ) &&
      (only(rule.sources, source.ref) || only(rule.targets, target.ref)),
  );
  const rule = rules[index];
  if (rule !== undefined) {
    const grown = only(rule.sources, source.ref)
      ? { ...rule, targets: [...rule.targets, target.ref] }
      : { ...rule, sources: [...rule.sources, source.ref] };
    return rules.with(index, grown);
  }
  const ids = rules.map(({ id }) => id);
  return [
    ...rules,
    {
      id: freshId(`${source.account} to ${target.account}`, ids),
      name: `${source.name} → ${target.name}`.slice(0, ruleLimits.name),
      enabled: true,
      sources: [source.ref],
      targets: [target.ref],
      exclude: [],
      mask: {
        level,
        revealPrivate: false,
        ...(level === 'labelled' ? { label: LABEL } : {}),
      },
      options: defaultOptions,
    },
  ];
}

/** A rule that says nothing but which calendars and which level. */
function isPlain(rule: Rule, level: MaskLevel): boolean {
  return (
    rule.enabled &&
    rule.conditions === undefined &&
    rule.mask.level === level &&
    rule.mask.template === undefined &&
    rule.mask.labels === undefined &&
    !rule.mask.revealPrivate &&
    (rule.mask.label === undefined || rule.mask.label === LABEL) &&
    JSON.stringify(rule.options) === JSON.stringify(defaultOptions)
  );
}

function only(selectors: readonly string[], ref: string): boolean {
  return selectors.length === 1 && selectors[0] === ref;
}
