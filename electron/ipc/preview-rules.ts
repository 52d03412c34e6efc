import type { RulePreview } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { impactOf } from '../../shared/plan/impact.ts';
import { plan } from '../../shared/plan/plan.ts';
import { requestEstimate } from '../../shared/plan/request-estimate.ts';
import { reveals } from '../../shared/rules/reveals.ts';
import { checkRules } from '../profile/rule-book.ts';
import { examplesOf } from './rule-examples.ts';
import type { RunningApp } from './running-app.ts';

/**
 * What drafts would do, by the very plan that the engine runs, on what is known now. Drafts that are invalid are only
 * told so. Reads nothing from the network and writes nothing.
 */
export function previewRules(
  app: RunningApp,
  drafts: readonly unknown[],
  focus: string | null,
): RulePreview {
  const { store } = app.profile;
  const inForce = app.profile.rulesInForce();
  const checked = checkRules(drafts, store.calendars(), inForce);
  if (!checked.ok) {
    const problems = checked.problems.map(({ path, reason }) => ({ place: path, reason }));
    return { problems, impact: [], requests: 0, reveals: [], examples: [] };
  }
  return { problems: [], ...consequences(app, inForce, checked.rules, focus) };
}

function consequences(
  { profile, zone }: RunningApp,
  inForce: readonly Rule[],
  drafts: readonly Rule[],
  focus: string | null,
): Omit<RulePreview, 'problems'> {
  const { engine, settings, store } = profile;
  const input = engine.inputUnder(drafts);
  const operations = plan(input, null);
  const { accounts } = settings.read();
  const accountOf = new Map(store.calendars().map(({ id, account }) => [id, account]));
  const reads = store.calendars().filter(({ canRead }) => canRead).length;
  return {
    impact: impactOf(operations).map((row) => ({ ...row })),
    requests: requestEstimate(
      operations,
      reads,
      (target) => accounts.find(({ id }) => id === accountOf.get(target)) ?? null,
    ),
    reveals: [...reveals(engine.inputUnder(inForce).rules, input.rules, input.calendars)],
    examples: focus === null ? [] : [...examplesOf(input, focus, zone)],
  };
}
