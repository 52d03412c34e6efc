import type { Rule } from '../model/rule.ts';

/** Rules that mean the same calendars after an account got another label: its selectors follow it. */
export function renameLabel(rules: readonly Rule[], from: string, to: string): readonly Rule[] {
  const renamed = (selector: string): string =>
    selector.startsWith(`${from}/`) ? `${to}/${selector.slice(from.length + 1)}` : selector;
  return rules.map((rule) => {
    const { labels } = rule.mask;
    return {
      ...rule,
      sources: rule.sources.map(renamed),
      targets: rule.targets.map(renamed),
      exclude: rule.exclude.map(renamed),
      mask: {
        ...rule.mask,
        ...(labels === undefined
          ? {}
          : {
              labels: Object.fromEntries(
                Object.entries(labels).map(([selector, label]) => [renamed(selector), label]),
              ),
            }),
      },
    };
  });
}
