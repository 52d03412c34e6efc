import { readFileSync } from 'node:fs';
import { UserError } from '../../../shared/errors/errors.ts';
import { fileReason } from '../../../shared/errors/file-errors.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { resolveSelectors } from '../../../shared/rules/selectors.ts';
import { decodeText } from '../../profile/decode-text.ts';
import { pausedRules } from '../../profile/paused-rules.ts';
import type { Profile } from '../../profile/profile.ts';
import { requireExport } from '../../profile/policy-guard.ts';
import { putInForce, rulesOfFile, switchInForce } from '../../profile/rule-book.ts';
import { templates, type TemplateName } from '../../../shared/rules/rule-templates.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Takes a rule file as the whole truth about the rules: what it does not name is removed. One problem, and nothing changes. */
export function applyRules(session: Session, file: string): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const { rules, skipped } = rulesOfFile(profile, readJson(file));
    const own = (): string => JSON.stringify(profile.settings.read().rules);
    const before = own();
    const changes = putInForce(profile, rules);
    const unchanged = own() === before;
    const paused = pausedAmong(profile, rules);
    answer(session, { ok: true, rules: rules.length, unchanged, ...changes, skipped, paused }, () =>
      [
        unchanged
          ? `Nothing changed: these ${rules.length} rules are in force already.`
          : `${rules.length} rules in force.`,
        ...(skipped.length === 0
          ? []
          : [`  not for this person, who has no account of their domains: ${skipped.join(', ')}`]),
        ...paused.map(({ rule, reason }) => `  paused: ${rule}. ${reason}`),
        ...(['added', 'changed', 'removed'] as const).flatMap((kind) =>
          changes[kind].length === 0 ? [] : [`  ${kind}: ${changes[kind].join(', ')}`],
        ),
        ...(unchanged
          ? []
          : ['Nothing has been written yet: "umbra plan" shows what a sync would do.']),
      ].join('\n'),
    );
    return Promise.resolve(exitCodes.ok);
  });
}

function pausedAmong(
  profile: Profile,
  rules: readonly Rule[],
): readonly { readonly rule: string; readonly reason: string }[] {
  const paused = pausedRules(profile);
  return rules.flatMap(({ id }) => {
    const reason = paused.get(id);
    return reason === undefined ? [] : [{ rule: id, reason }];
  });
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = decodeText(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    throw new UserError('rules.unreadable', { file, reason: fileReason(error) });
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

export function listRules(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const rules = profile.rulesInForce();
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
    requireExport(profile);
    session.print(JSON.stringify({ version: 1, rules: profile.rulesInForce() }, null, 2));
    return Promise.resolve(exitCodes.ok);
  });
}

export function switchRule(session: Session, id: string, enabled: boolean): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    switchInForce(profile, id, enabled);
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
    if (!Object.hasOwn(templates, name)) {
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
