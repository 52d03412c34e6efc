/**
 * One rule file for many people: `@acme.example/*` means all calendars of whoever reads it whose account is of that domain,
 * whatever that person calls the account. Worked out when the file is read, since rules in force name calendars only; of
 * rules that policy pins, whenever they are asked for.
 */
import type { Rule } from '../model/rule.ts';

export interface PersonalRules {
  readonly rules: readonly Rule[];
  /** Rules of the file that mean nothing for this person: no account of theirs is a source, or a target, of them. */
  readonly skipped: readonly string[];
}

/** An account as such a file knows it. */
export interface NamedAccount {
  readonly label: string;
  /** Of the address in the settings, and of the one that the provider knows it by. */
  readonly domains: readonly string[];
}

type Names = readonly NamedAccount[];

export function forThisPerson(rules: readonly Rule[], accounts: Names): PersonalRules {
  const personal = rules.map((rule) => personalRule(rule, accounts));
  const means = ({ sources, targets }: Rule): boolean => sources.length > 0 && targets.length > 0;
  return {
    rules: personal.filter(means),
    skipped: personal.filter((rule) => !means(rule)).map(({ id }) => id),
  };
}

/** The person's own rules with what they exclude by domain: an account that came after the file was read is meant too. */
export function withExclusions(rules: readonly Rule[], accounts: Names): readonly Rule[] {
  return rules.map((rule) =>
    rule.exclude.some(meansDomain)
      ? { ...rule, exclude: personalExclusions(rule.exclude, accounts) }
      : rule,
  );
}

/** An exclusion stays beside what it means today; else an account that is connected tomorrow would show. */
function personalExclusions(exclude: readonly string[], accounts: Names): string[] {
  return [
    ...new Set(exclude.flatMap((selector) => [selector, ...personalSelectors(selector, accounts)])),
  ];
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
    exclude: personalExclusions(rule.exclude, accounts),
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

/** An account that is really called so is meant as well, but takes the name from no other. */
function personalSelectors(selector: string, accounts: Names): readonly string[] {
  const { domain, calendar } = partsOf(selector) ?? {};
  if (domain === undefined || calendar === undefined) return [selector];
  return accounts
    .filter(
      ({ label, domains }) => domains.includes(domain) || label.toLowerCase() === `@${domain}`,
    )
    .map(({ label }) => `${label}/${calendar}`);
}

/** Whether a selector means accounts by their domain, whichever they are. */
export function meansDomain(selector: string): boolean {
  return partsOf(selector) !== null;
}

function partsOf(selector: string): { readonly domain: string; readonly calendar: string } | null {
  const [, domain, calendar] = /^@([^/]+)\/(.+)$/su.exec(selector) ?? [];
  return domain === undefined || calendar === undefined
    ? null
    : { domain: domain.toLowerCase(), calendar };
}
