/**
 * One rule file for many people: `@acme.example/*` means all calendars of whoever reads it whose account is of that domain,
 * whatever that person calls the account. Worked out when the file is read, since rules in force name calendars only.
 */
import type { Account } from '../model/account.ts';
import type { Rule } from '../model/rule.ts';

export interface PersonalRules {
  readonly rules: readonly Rule[];
  /** Rules of the file that mean nothing for this person: no account of theirs is a source, or a target, of them. */
  readonly skipped: readonly string[];
}

type Names = readonly Pick<Account, 'label' | 'email'>[];

export function forThisPerson(rules: readonly Rule[], accounts: Names): PersonalRules {
  const personal = rules.map((rule) => personalRule(rule, accounts));
  const means = ({ sources, targets }: Rule): boolean => sources.length > 0 && targets.length > 0;
  return {
    rules: personal.filter(means),
    skipped: personal.filter((rule) => !means(rule)).map(({ id }) => id),
  };
}

function personalRule(rule: Rule, accounts: Names): Rule {
  const own = (selectors: readonly string[]): string[] => [
    ...new Set(selectors.flatMap((selector) => personalSelectors(selector, accounts))),
  ];
  const { labels } = rule.mask;
  return {
    ...rule,
    sources: own(rule.sources),
    targets: own(rule.targets),
    exclude: own(rule.exclude),
    mask:
      labels === undefined
        ? rule.mask
        : {
            ...rule.mask,
            labels: Object.fromEntries(
              Object.entries(labels).flatMap(([selector, label]) =>
                personalSelectors(selector, accounts).map((name) => [name, label]),
              ),
            ),
          },
  };
}

/** An account that is really called so comes first: its name is not taken away from it. */
function personalSelectors(selector: string, accounts: Names): readonly string[] {
  const [, domain, calendar] = /^@([^/]+)\/(.+)$/.exec(selector) ?? [];
  if (domain === undefined || calendar === undefined) return [selector];
  if (accounts.some(({ label }) => label === `@${domain}`)) return [selector];
  return accounts
    .filter(({ email }) => email.toLowerCase().endsWith(`@${domain.toLowerCase()}`))
    .map(({ label }) => `${label}/${calendar}`);
}
