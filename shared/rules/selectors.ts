import type { Calendar } from '../model/calendar.ts';
import type { CalendarId } from '../model/ids.ts';
import type { Rule } from '../model/rule.ts';
import { meansDomain } from './domain-selectors.ts';
import { standIns } from './same-calendar.ts';

/** How precisely a selector names a calendar: 0 not at all, 1 `*`, 2 `Label/*`, 3 by its full name. */
export function matchRank(selector: string, ref: string): 0 | 1 | 2 | 3 {
  if (selector === ref) return 3;
  if (selector === '*') return 1;
  return selector.endsWith('/*') && ref.startsWith(selector.slice(0, -1)) ? 2 : 0;
}

function matches(selectors: readonly string[], ref: string): boolean {
  return selectors.some((selector) => matchRank(selector, ref) > 0);
}

/**
 * The calendars that a rule's selectors mean: sources that can be read, targets that can be written, each once however
 * many accounts list it. Sorted by id.
 */
export function resolveSelectors(
  { sources, targets, exclude }: Pick<Rule, 'sources' | 'targets' | 'exclude'>,
  calendars: readonly Calendar[],
): { readonly sources: readonly CalendarId[]; readonly targets: readonly CalendarId[] } {
  const elsewhere = standIns(calendars);
  const kept = calendars.filter(({ id, ref }) => !elsewhere.has(id) && !matches(exclude, ref));
  const ids = (found: readonly Calendar[]): readonly CalendarId[] =>
    found.map(({ id }) => id).sort();
  return {
    sources: ids(kept.filter(({ ref, canRead }) => canRead && matches(sources, ref))),
    targets: ids(
      kept.filter(({ ref, canRead, canWrite }) => canRead && canWrite && matches(targets, ref)),
    ),
  };
}

/** A selector that can't be meant, by its place in the rule. */
export interface SelectorProblem {
  readonly path: string;
  readonly reason: string;
}

/** Selectors that name no calendar, and targets that nobody may write to. Wildcards may match nothing. */
export function selectorProblems(
  rule: Rule,
  calendars: readonly Calendar[],
): readonly SelectorProblem[] {
  const known = calendars.map(({ ref }) => `"${ref}"`).join(', ');
  const unknown = (['sources', 'targets', 'exclude'] as const).flatMap((side) =>
    rule[side].flatMap((selector, index) => {
      const path = `${side}[${index}]`;
      if (side === 'exclude' && meansDomain(selector)) return [];
      if (selector.endsWith('/*')) {
        const label = selector.slice(0, -1);
        return calendars.some(({ ref }) => ref.startsWith(label))
          ? []
          : [{ path, reason: `no account "${selector.slice(0, -2)}"` }];
      }
      if (selector === '*') return [];
      return calendars.some(({ ref }) => ref === selector)
        ? []
        : [
            {
              path,
              reason: `no calendar "${selector}"; known are ${known === '' ? 'none' : known}`,
            },
          ];
    }),
  );
  const readOnly = rule.targets.flatMap((selector, index) => {
    const calendar = calendars.find(({ ref }) => ref === selector);
    return calendar !== undefined && !calendar.canWrite
      ? [{ path: `targets[${index}]`, reason: `the calendar "${selector}" is read-only` }]
      : [];
  });
  return [...unknown, ...readOnly, ...listedElsewhere(rule, calendars)];
}

function listedElsewhere(rule: Rule, calendars: readonly Calendar[]): readonly SelectorProblem[] {
  const better = standIns(calendars);
  return (['sources', 'targets'] as const).flatMap((side) =>
    rule[side].flatMap((selector, index) => {
      const named = calendars.find(({ ref }) => ref === selector);
      const best = named === undefined ? undefined : better.get(named.id);
      return best === undefined
        ? []
        : [
            {
              path: `${side}[${index}]`,
              reason: `the calendar "${selector}" belongs to another account of yours, and is reached there; name "${best.ref}"`,
            },
          ];
    }),
  );
}
