import { readFileSync } from 'node:fs';
import { UserError } from '../../../shared/errors/errors.ts';
import type { Calendar } from '../../../shared/model/calendar.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { parseRuleSet, type RuleProblem } from '../../../shared/rules/rule-set.ts';
import { resolveSelectors, selectorProblems } from '../../../shared/rules/selectors.ts';
import { templates, type TemplateName } from '../../../shared/rules/rule-templates.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Takes a rule file as the whole truth about the rules: what it does not name is removed. One problem, and nothing changes. */
export function applyRules(session: Session, file: string): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const rules = readRules(file, profile.store.calendars());
    const before = profile.settings.read().rules;
    const changes = compare(before, rules);
    profile.settings.saveRules(rules);
    auditRules(profile, changes);
    answer(session, { ok: true, rules: rules.length, ...changes }, () =>
      [
        `${rules.length} rules in force.`,
        ...(['added', 'changed', 'removed'] as const).flatMap((kind) =>
          changes[kind].length === 0 ? [] : [`  ${kind}: ${changes[kind].join(', ')}`],
        ),
        'Nothing has been written yet: "umbra plan" shows what a sync would do.',
      ].join('\n'),
    );
    return Promise.resolve(exitCodes.ok);
  });
}

function readRules(file: string, calendars: readonly Calendar[]): readonly Rule[] {
  const parsed = parseRuleSet(readJson(file));
  if (!parsed.ok) throw invalid(parsed.problems);
  const problems = parsed.rules.flatMap((rule, index) =>
    selectorProblems(rule, calendars).map(({ path, reason }) => ({
      path: `rules[${index}].${path}`,
      reason,
    })),
  );
  if (problems.length > 0) throw invalid(problems);
  return parsed.rules;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UserError('rules.unreadable', {
      file,
      reason: code === 'ENOENT' ? 'there is no such file' : code,
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UserError('rules.unreadable', {
      file,
      reason: error instanceof Error ? error.message : 'no JSON',
    });
  }
}

function invalid(problems: readonly RuleProblem[]): UserError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new UserError(
    'rules.invalid',
    { count },
    problems.map(({ path, reason }) => `${path}: ${reason}`),
  );
}

interface RuleChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
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
    rule: null,
    target: null,
    key: null,
    outcome,
  });
}

export function listRules(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const { rules } = profile.settings.read();
    const calendars = profile.store.calendars();
    const counts = profile.store.blockCounts();
    const refs = new Map(calendars.map(({ id, ref }) => [id, ref]));
    const views = rules.map((rule) => {
      const { sources, targets } = resolveSelectors(rule, calendars);
      const blocks = counts
        .filter((count) => count.rule === rule.id)
        .reduce((sum, { live }) => sum + live, 0);
      return {
        id: rule.id,
        name: rule.name,
        enabled: rule.enabled,
        level: rule.mask.level,
        sources: sources.map((id) => refs.get(id) ?? id).sort(),
        targets: targets.map((id) => refs.get(id) ?? id).sort(),
        blocks,
      };
    });
    answer(session, { ok: true, rules: views }, () =>
      views.length === 0
        ? 'No rules yet. Write a file and run "umbra rules apply FILE"; "umbra rules template mesh" gives you one to begin with.'
        : table(
            ['Rule', 'On', 'Shows', 'Sources', 'Targets', 'Blocks'],
            views.map(({ id, enabled, level, sources, targets, blocks }) => [
              id,
              enabled ? 'yes' : 'no',
              level,
              sources.length,
              targets.length,
              blocks,
            ]),
          ),
    );
    return Promise.resolve(exitCodes.ok);
  });
}

/** The rules in force as a file that `rules apply` takes. */
export function exportRules(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    session.print(JSON.stringify({ version: 1, rules: profile.settings.read().rules }, null, 2));
    return Promise.resolve(exitCodes.ok);
  });
}

export function switchRule(session: Session, id: string, enabled: boolean): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const before = profile.settings.read().rules;
    if (!before.some((rule) => rule.id === id)) throw new UserError('rule.unknown', { rule: id });
    const after = before.map((rule) => (rule.id === id ? { ...rule, enabled } : rule));
    profile.settings.saveRules(after);
    auditRules(profile, compare(before, after));
    answer(session, { ok: true, rule: id, enabled }, () =>
      enabled
        ? `"${id}" is on: the next sync writes its blocks.`
        : `"${id}" is off: the next sync removes its blocks, and only those.`,
    );
    return Promise.resolve(exitCodes.ok);
  });
}

/** A rule file to begin with, made from the calendars that are connected. */
export function templateRules(session: Session, name: string): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    if (!(name in templates)) {
      throw new UserError('usage', {
        reason: `There is no template "${name}"; there are ${Object.keys(templates).join(', ')}.`,
      });
    }
    session.print(
      JSON.stringify(
        { version: 1, rules: templates[name as TemplateName](profile.store.calendars()) },
        null,
        2,
      ),
    );
    return Promise.resolve(exitCodes.ok);
  });
}
