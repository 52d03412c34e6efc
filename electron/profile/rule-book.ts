/** The one way in which rules come into force, from a file as from the window: checked as a whole, saved, audited. */
import { UserError, type ErrorCode } from '../../shared/errors/errors.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { Rule } from '../../shared/model/rule.ts';
import {
  forThisPerson,
  meansDomain,
  type PersonalRules,
} from '../../shared/rules/domain-selectors.ts';
import { namedAccounts } from '../../shared/policy/named-accounts.ts';
import { parseRuleSet, type ParsedRuleSet, type RuleProblem } from '../../shared/rules/rule-set.ts';
import { selectorProblems } from '../../shared/rules/selectors.ts';
import { requireOwn } from './policy-guard.ts';
import type { Profile } from './profile.ts';

/** Which rules a change touched, by id. */
export interface RuleChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Reads rules and holds their selectors against the calendars at hand. `trusted` rules were checked when they came
 * into force: a calendar that is gone since must not keep the others from being changed.
 */
export function checkRules(
  input: unknown,
  calendars: readonly Calendar[],
  trusted: readonly Rule[] = [],
): ParsedRuleSet {
  const parsed = parseRuleSet(input);
  if (!parsed.ok) return parsed;
  const known = new Set(trusted.map((rule) => JSON.stringify(rule)));
  const problems = parsed.rules.flatMap((rule, index) =>
    known.has(JSON.stringify(rule)) ? [] : rulePlaces(rule, calendars, index),
  );
  return problems.length === 0 ? parsed : { ok: false, problems };
}

/**
 * Reads a rule file, which may be one for many people: what it means by domains becomes this person's accounts. Throws
 * `rules.invalid`. A calendar that is named by a domain, and is not there, keeps nobody's other rules from coming into
 * force: its rule is paused, as any that names a lost calendar.
 */
export function rulesOfFile({ settings, store }: Profile, input: unknown): PersonalRules {
  const parsed = parseRuleSet(input);
  if (!parsed.ok) throw invalidRules(parsed.problems, 'rules.invalid');
  const calendars = store.calendars();
  const problems = parsed.rules.flatMap((rule, index) =>
    rulePlaces(withoutDomains(rule), calendars, index),
  );
  if (problems.length > 0) throw invalidRules(problems, 'rules.invalid');
  return forThisPerson(parsed.rules, namedAccounts(settings.read().accounts, calendars));
}

/** A wildcard keeps the place of what a domain names, so that the other places are told as the file has them. */
function withoutDomains(rule: Rule): Rule {
  const plain = (selectors: readonly string[]): string[] =>
    selectors.map((selector) => (meansDomain(selector) ? '*' : selector));
  return {
    ...rule,
    sources: plain(rule.sources),
    targets: plain(rule.targets),
    exclude: plain(rule.exclude),
  };
}

function rulePlaces(
  rule: Rule,
  calendars: readonly Calendar[],
  index: number,
): readonly RuleProblem[] {
  return selectorProblems(rule, calendars).map(({ path, reason }) => ({
    path: `rules[${index}].${path}`,
    reason,
  }));
}

/** The problems of a rule set as one error, each with its place. */
export function invalidRules(problems: readonly RuleProblem[], code: ErrorCode): UserError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new UserError(
    code,
    { count },
    problems.map(({ path, reason }) => `${path}: ${reason}`),
  );
}

/**
 * Takes valid rules as the whole truth about the person's own; what they do not name is removed. Rules of the
 * organisation stay in force; throws `policy.rule-pinned` where one of them was to be changed.
 */
export function putInForce(profile: Profile, rules: readonly Rule[]): RuleChanges {
  const own = requireOwn(profile, rules);
  const before = profile.settings.read().rules;
  const changes = compare(before, own);
  // Applied again and again, as by a script at each start: it must leave no mark where nothing is new.
  if (JSON.stringify(before) === JSON.stringify(own)) return changes;
  profile.settings.saveRules(own);
  auditRules(profile, changes);
  return changes;
}

/** Switches one rule on or off. Throws `rule.unknown`. */
export function switchInForce(profile: Profile, id: string, enabled: boolean): void {
  const rules = profile.rulesInForce();
  if (!rules.some((rule) => rule.id === id)) throw new UserError('rule.unknown', { rule: id });
  putInForce(
    profile,
    rules.map((rule) => (rule.id === id ? { ...rule, enabled } : rule)),
  );
}

function compare(before: readonly Rule[], after: readonly Rule[]): RuleChanges {
  const old = new Map(before.map((rule) => [rule.id, JSON.stringify(rule)]));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after
      .filter((rule) => old.has(rule.id) && old.get(rule.id) !== JSON.stringify(rule))
      .map(({ id }) => id),
    removed: before.filter(({ id }) => !after.some((rule) => rule.id === id)).map(({ id }) => id),
  };
}

function auditRules(
  { store, engineDeps }: Profile,
  { added, changed, removed }: RuleChanges,
): void {
  const outcome = `added ${added.length}, changed ${changed.length}, removed ${removed.length}`;
  store.appendAudit({
    at: engineDeps.clock.now(),
    action: 'rules',
    by: 'person',
    rule: null,
    target: null,
    key: null,
    outcome,
  });
}
