import { RE2JS } from 're2js';
import { z } from 'zod';
import { placedLeavesOf } from '../model/condition.ts';
import { rule, type Rule } from '../model/rule.ts';
import { sayLimit } from './limit-words.ts';
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
  const parsed = ruleSetDocument.safeParse(Array.isArray(input) ? { rules: input } : input, {
    reportInput: true,
    error: sayLimit,
  });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) };
  const { rules } = parsed.data;
  const problems = rules.flatMap((one, index) =>
    meaningProblems(one, rules.slice(0, index)).map(({ path, reason }) => ({
      path: `rules[${index}].${path}`,
      reason,
    })),
  );
  return problems.length === 0 ? { ok: true, rules } : { ok: false, problems };
}

function problemsOf(issue: z.core.$ZodIssue): RuleProblem[] {
  if (issue.code === 'invalid_union') {
    // What the branch says that was meant helps more than what is said of the whole.
    const meant = branchesOf(issue).find(isMeant);
    if (meant !== undefined)
      return meant.flatMap((one) => problemsOf({ ...one, path: [...issue.path, ...one.path] }));
  }
  const reason = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return [{ path: pathOf(issue.path), reason: reason ?? issue.message }];
}

type Issues = readonly z.core.$ZodIssue[];

/** What each branch of a union says, a union inside a union counted by its own branches. */
function branchesOf({ errors }: z.core.$ZodIssueInvalidUnion): Issues[] {
  return errors.flatMap((branch) => {
    const [only] = branch;
    return only?.code === 'invalid_union' && only.path.length === 0 ? branchesOf(only) : [branch];
  });
}

/** A branch was meant if the input is of its type and has what this branch alone demands. */
function isMeant(branch: Issues): boolean {
  return branch.every(({ code, path, input }) =>
    path.length === 0 ? code === 'unrecognized_keys' : path.length > 1 || input !== undefined,
  );
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

/**
 * What a schema can't say: ids that repeat, templates that reveal too much, labels that are missing, patterns that don't
 * compile. The places are told from the rule.
 */
export function meaningProblems(one: Rule, earlier: readonly Rule[]): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (path: string, reason: string): void => void problems.push({ path, reason });
  if (earlier.some(({ id }) => id === one.id)) add('id', `the id "${one.id}" is used twice`);
  const { mask, options } = one;
  const template = mask.template === undefined ? null : parseTemplate(mask.template, mask.level);
  if (template?.ok === false) add('mask.template', template.problem);
  const asksLabel =
    template?.ok === true &&
    template.parts.some((part) => 'token' in part && part.token === 'label');
  if (
    (mask.level === 'labelled' || asksLabel) &&
    mask.label === undefined &&
    mask.labels === undefined
  )
    add('mask.label', 'this mask needs a label');
  if (mask.level === 'busy' && (mask.label !== undefined || mask.labels !== undefined)) {
    add('mask.label', 'the level "busy" shows no label; use the level "labelled"');
  }
  if (options.mergeGap > 0 && !options.merge)
    add('options.mergeGap', 'has no effect without "merge": true');
  for (const { path, leaf } of one.conditions === undefined ? [] : placedLeavesOf(one.conditions)) {
    if (!('title' in leaf) || leaf.title.matches === undefined) continue;
    try {
      RE2JS.compile(leaf.title.matches);
    } catch {
      add(
        `conditions${path}.title.matches`,
        `"${leaf.title.matches}" is no regular expression in RE2 syntax`,
      );
    }
  }
  return problems;
}
