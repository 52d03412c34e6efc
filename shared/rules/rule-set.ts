import { RE2JS } from 're2js';
import { z } from 'zod';
import { leavesOf } from '../model/condition.ts';
import { rule, type Rule } from '../model/rule.ts';
import { parseTemplate } from './template.ts';

/** A rule file: the whole truth about the rules of a profile. A bare array of rules is accepted too. */
export const ruleSetDocument = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1).optional(),
  rules: z.array(rule).max(500),
});

export interface RuleProblem {
  /** `rules[2].mask.template` */
  readonly path: string;
  readonly reason: string;
}

export type ParsedRuleSet =
  | { readonly ok: true; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** Reads a rule file. All problems are named at once, each with its place; with one problem no rule is taken. */
export function parseRuleSet(input: unknown): ParsedRuleSet {
  const parsed = ruleSetDocument.safeParse(Array.isArray(input) ? { rules: input } : input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) };
  const { rules } = parsed.data;
  const problems = rules.flatMap((one, index) =>
    meaningProblems(one, rules.slice(0, index), `rules[${index}]`),
  );
  return problems.length === 0 ? { ok: true, rules } : { ok: false, problems };
}

function problemOf(issue: z.core.$ZodIssue): RuleProblem {
  // A union says "Invalid input" of the whole; what its closest branch says helps more.
  if (issue.code === 'invalid_union') {
    const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]?.[0];
    if (closest !== undefined)
      return problemOf({ ...closest, path: [...issue.path, ...closest.path] });
  }
  return { path: pathOf(issue.path), reason: issue.message };
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

/** What a schema can't say: ids that repeat, templates that reveal too much, labels that are missing, patterns that don't compile. */
function meaningProblems(one: Rule, earlier: readonly Rule[], at: string): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (path: string, reason: string): void =>
    void problems.push({ path: `${at}.${path}`, reason });
  if (earlier.some(({ id }) => id === one.id)) add('id', `the id "${one.id}" is used twice`);
  const { mask, options } = one;
  if (mask.template !== undefined) {
    const template = parseTemplate(mask.template, mask.level);
    if (!template.ok) add('mask.template', template.problem);
  }
  const needsLabel = mask.level === 'labelled' || mask.template?.includes('{label}') === true;
  if (needsLabel && mask.label === undefined && mask.labels === undefined)
    add('mask.label', 'this mask needs a label');
  if (mask.level === 'busy' && (mask.label !== undefined || mask.labels !== undefined)) {
    add('mask.label', 'the level "busy" shows no label; use the level "labelled"');
  }
  if (options.mergeGap > 0 && !options.merge)
    add('options.mergeGap', 'has no effect without "merge": true');
  for (const leaf of one.conditions === undefined ? [] : leavesOf(one.conditions)) {
    if (!('title' in leaf) || leaf.title.matches === undefined) continue;
    try {
      RE2JS.compile(leaf.title.matches);
    } catch {
      add('conditions', `"${leaf.title.matches}" is no regular expression in RE2 syntax`);
    }
  }
  return problems;
}
