import { UserError } from '../../../shared/errors/errors.ts';
import type { ruleCalls } from '../../../shared/ipc/rules.ts';
import { templates } from '../../../shared/rules/rule-templates.ts';
import { requireExport } from '../../profile/policy-guard.ts';
import {
  checkRules,
  invalidRules,
  putInForce,
  rulesOfFile,
  switchInForce,
} from '../../profile/rule-book.ts';
import { decideHold, holdViews } from '../hold-views.ts';
import { previewRules } from '../preview-rules.ts';
import { ruleViews } from '../rule-views.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** Rules, their preview, their files, and the removals that wait for a decision. */
export function ruleHandlers(app: RunningApp): Pick<Handlers, keyof typeof ruleCalls> {
  const { desktop } = app.options;
  return {
    rules: () => Promise.resolve([...ruleViews(app)]),
    previewRules: ({ rules, focus }) => Promise.resolve(previewRules(app, rules, focus)),
    saveRules: ({ rules }) => {
      saveRules(app, rules);
      return Promise.resolve({});
    },
    switchRule: ({ id, enabled }) => {
      switchInForce(app.profile, id, enabled);
      rulesChanged(app);
      return Promise.resolve({});
    },
    ruleTemplate: ({ name }) =>
      Promise.resolve([...templates[name](app.profile.store.calendars())]),
    exportRules: async () => {
      requireExport(app.profile);
      const file = { version: 1, rules: app.profile.rulesInForce() };
      const text = `${JSON.stringify(file, null, 2)}\n`;
      return { saved: await desktop.saveFile('umbra-rules.json', text) };
    },
    importRules: async () => {
      const file = await desktop.openFile();
      return { rules: file === null ? null : [...readRuleFile(app, file)] };
    },
    holds: () => Promise.resolve([...holdViews(app)]),
    decideHold: ({ id, decision }) => {
      decideHold(app, id, decision);
      return Promise.resolve({});
    },
  };
}

function saveRules(app: RunningApp, input: readonly unknown[]): void {
  const { profile } = app;
  const checked = checkRules(input, profile.store.calendars(), profile.rulesInForce());
  if (!checked.ok) throw invalidRules(checked.problems, 'rules.draft-invalid');
  putInForce(profile, checked.rules);
  rulesChanged(app);
}

function rulesChanged(app: RunningApp): void {
  app.nudge();
  app.changed('rules', 'app', 'activity');
}

/** The rules of a file, for the editor: nothing is in force by it. */
function readRuleFile(
  { profile }: RunningApp,
  { name, text }: { readonly name: string; readonly text: string },
): ReturnType<typeof rulesOfFile>['rules'] {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new UserError('rules.unreadable', { file: name, reason: 'it is no JSON' });
  }
  return rulesOfFile(profile, input).rules;
}
