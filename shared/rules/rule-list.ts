import { ruleLimits } from '../model/rule-limits.ts';
import type { RuleId } from '../model/ids.ts';
import { defaultOptions } from '../model/default-options.ts';
import type { Rule } from '../model/rule.ts';

/** Edits of the list of rules as a whole. The rules are drafts: their values may be invalid until they are saved. */
export type RuleList = readonly Rule[];

/** An id made from a name, that no other rule has. */
export function freshId(wish: string, taken: readonly string[]): RuleId {
  const slug = wish
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');
  const base = slug === '' ? 'rule' : slug;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id as RuleId;
  }
}

export function newRule(rules: RuleList): Rule {
  return {
    id: freshId('rule', idsOf(rules)),
    name: 'New rule',
    enabled: true,
    sources: [],
    targets: [],
    exclude: [],
    mask: { level: 'busy', revealPrivate: false },
    options: defaultOptions,
  };
}

export function replaceRule(rules: RuleList, id: string, next: Rule): RuleList {
  return rules.map((one) => (one.id === id ? next : one));
}

export function removeRule(rules: RuleList, id: string): RuleList {
  return rules.filter((one) => one.id !== id);
}

/** A copy right behind its original, switched off so that nothing is written before it differs. */
export function duplicateRule(
  rules: RuleList,
  id: string,
): { readonly rules: RuleList; readonly id: string } {
  const index = rules.findIndex((one) => one.id === id);
  const original = rules[index];
  if (original === undefined) return { rules, id };
  const copy = {
    ...original,
    id: freshId(`${original.id}-copy`, idsOf(rules)),
    name: `${original.name} (copy)`.slice(0, ruleLimits.name),
    enabled: false,
  };
  return { rules: rules.toSpliced(index + 1, 0, copy), id: copy.id };
}

/** The rule at another place; the order decides among rules that show equally much. */
export function moveRule(rules: RuleList, id: string, to: number): RuleList {
  const from = rules.findIndex((one) => one.id === id);
  const moved = rules[from];
  const place = Math.max(0, Math.min(rules.length - 1, to));
  if (moved === undefined || place === from) return rules;
  return rules.toSpliced(from, 1).toSpliced(place, 0, moved);
}

/** Rules from a template or a file, added behind the others under ids of their own. */
export function addRules(rules: RuleList, added: RuleList): RuleList {
  return added.reduce<RuleList>(
    (all, one) => [...all, { ...one, id: freshId(one.id, idsOf(all)) }],
    rules,
  );
}

/** `beside` the rules that are there, or `instead` of them. */
export type ImportWay = 'beside' | 'instead';

/** The rules of a file taken in; what an administrator has locked stays in any case. */
export function takeIn(
  rules: RuleList,
  added: RuleList,
  way: ImportWay,
  locked: readonly string[],
): RuleList {
  return addRules(way === 'beside' ? rules : rules.filter(({ id }) => locked.includes(id)), added);
}

export function setEnabled(rules: RuleList, id: string, enabled: boolean): RuleList {
  return rules.map((one) => (one.id === id ? { ...one, enabled } : one));
}

export function sameRules(a: RuleList, b: RuleList): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What differs from the rules in force, in words for the bar that offers to save them. */
export function changeWords(saved: RuleList, draft: RuleList): string {
  const before = new Map(saved.map((one) => [one.id, JSON.stringify(one)]));
  const added = draft.filter(({ id }) => !before.has(id)).length;
  const changed = draft.filter((one) => {
    const old = before.get(one.id);
    return old !== undefined && old !== JSON.stringify(one);
  }).length;
  const removed = saved.filter(({ id }) => !draft.some((one) => one.id === id)).length;
  const kept = draft.filter(({ id }) => before.has(id)).map(({ id }) => id);
  const order = saved.map(({ id }) => id).filter((id) => kept.includes(id));
  const parts = [
    added > 0 ? `${added} added` : '',
    changed > 0 ? `${changed} changed` : '',
    removed > 0 ? `${removed} removed` : '',
    kept.join() === order.join() ? '' : 'new order',
  ].filter((part) => part !== '');
  return parts.join(', ');
}

function idsOf(rules: RuleList): string[] {
  return rules.map(({ id }) => id);
}
