import type { Api, Reply } from '../../shared/ipc/contract.ts';
import type { RuleView } from '../../shared/ipc/rules.ts';
import { templates } from '../../shared/rules/rule-templates.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import { asCalendar, calendarChoices } from '../../shared/rules/calendar-choices.ts';
import { fakeApi, type Scene } from './fake-api.ts';
import { now, zone } from './fake-people.ts';
import { previewByRules } from './plan-preview.ts';
import { parseRuleSet } from '../../shared/rules/rule-set.ts';

declare const umbraRing: (...topics: string[]) => void;

/** The fake program with rules that mean something: previews by the shared rules, and saves that last. */
export function pagesApi(scene: Scene): Api {
  const base = fakeApi(scene);
  if (scene === 'failing' || scene === 'silent') return base;
  let views: RuleView[] | null = null;
  const read = async (): Promise<RuleView[]> => (views ??= await taken(base.rules({})));
  const calendars = async (): Promise<ReturnType<typeof asCalendar>[]> =>
    calendarChoices(await taken(base.accounts({}))).map(asCalendar);
  return {
    ...base,
    rules: async () => ok(await read()),
    previewRules: async ({ rules, focus }) => {
      const items = await taken(base.items({ from: now, to: now + 12 * 86_400_000 }));
      const accounts = await taken(base.accounts({}));
      const saved = (await read()).map(({ rule }) => rule);
      return ok(previewByRules(rules, focus, { accounts, items, saved, zone, now }));
    },
    saveRules: async ({ rules }) => {
      if (scene === 'refusing') return base.saveRules({ rules });
      const parsed = parseRuleSet(rules);
      if (!parsed.ok) throw new Error('The window saved what it must not');
      const [known, old] = [await calendars(), await read()];
      views = parsed.rules.map((rule) => {
        const { sources, targets } = resolveSelectors(rule, known);
        const before = old.find((view) => view.rule.id === rule.id);
        const counts = {
          blocks: 0,
          dismissed: 0,
          edited: 0,
          outstanding: 12,
          held: 0,
          locked: null,
          paused: null,
          stopped: null,
        };
        return { ...counts, ...before, rule, sources: [...sources], targets: [...targets] };
      });
      umbraRing('rules', 'events');
      return ok({});
    },
    switchRule: async ({ id, enabled }) => {
      if (scene === 'refusing') return base.switchRule({ id, enabled });
      views = (await read()).map((view) =>
        view.rule.id === id ? { ...view, rule: { ...view.rule, enabled } } : view,
      );
      umbraRing('rules');
      return ok({});
    },
    ruleTemplate: async ({ name }) => ok([...templates[name](await calendars())]),
  };
}

function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

async function taken<T>(
  reply: Promise<Reply<never> | { ok: true; value: T } | { ok: false }>,
): Promise<T> {
  const answer = await reply;
  if (!answer.ok) throw new Error('The fake failed');
  return answer.value;
}
