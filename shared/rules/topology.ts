import type { Rule } from '../model/rule.ts';
import { maskLevels, type MaskLevel } from '../model/mask-level.ts';
import { resolveSelectors } from './selectors.ts';
import { asCalendar, canReceive, type CalendarChoice } from './calendar-choices.ts';
import type { RuleList } from './rule-list.ts';

/** One pair of calendars: what the second shows of the first. */
export interface Cell {
  readonly source: CalendarChoice;
  readonly target: CalendarChoice;
  /** Null where nothing is written. */
  readonly level: MaskLevel | null;
  /** The rule that casts it: the one that shows most, among equals the first (plan/SPEC P4). */
  readonly rule: string | null;
  /** Every rule in force that reads the source and writes to the target. */
  readonly rules: readonly string[];
  /** That rule asks conditions, so only some events are shown. */
  readonly partly: boolean;
  /** A calendar never casts a block on itself. */
  readonly self: boolean;
}

export interface Topology {
  readonly sources: readonly CalendarChoice[];
  readonly targets: readonly CalendarChoice[];
  /** By source, then by target. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Which calendar shows what of which, by the rules in force; each once, however many accounts list it. */
export function topology(rules: RuleList, choices: readonly CalendarChoice[]): Topology {
  const meant = choices.filter(({ standIn }) => standIn === null);
  const sources = meant.filter(({ canRead }) => canRead);
  const targets = meant.filter(canReceive);
  const reaches = reachOf(rules, choices);
  return {
    sources,
    targets,
    rows: sources.map((source) =>
      targets.map((target): Cell => {
        const covering = reaches.filter((reach) => reachesPair(reach, source.key, target.key));
        const first = strongest(covering);
        const self = source.key === target.key;
        return {
          source,
          target,
          level: self ? null : (first?.rule.mask.level ?? null),
          rule: self ? null : (first?.rule.id ?? null),
          rules: self ? [] : covering.map(({ rule }) => rule.id),
          partly: first?.rule.conditions !== undefined,
          self,
        };
      }),
    ),
  };
}

/** Whether a rule that nobody may change here casts anything in the pair. */
export function isLocked({ rules }: Cell, locked: ReadonlySet<string>): boolean {
  return rules.some((id) => locked.has(id));
}

/** Those that the user may change; none where the organisation decides about all rules. */
export function changeable(
  cells: readonly Cell[],
  locked: ReadonlySet<string>,
  ownRules: string | null,
): readonly Cell[] {
  return ownRules === null ? cells.filter((cell) => !isLocked(cell, locked)) : [];
}

/** A rule in force with the calendars that it means today. */
export interface Reach {
  readonly rule: Rule;
  readonly sources: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

export function reachOf(rules: RuleList, choices: readonly CalendarChoice[]): readonly Reach[] {
  const calendars = choices.filter(({ standIn }) => standIn === null).map(asCalendar);
  return rules
    .filter(({ enabled }) => enabled)
    .map((rule) => {
      const { sources, targets } = resolveSelectors(rule, calendars);
      return { rule, sources: new Set(sources), targets: new Set(targets) };
    });
}

export function reachesPair(reach: Reach, source: string, target: string): boolean {
  return source !== target && reach.sources.has(source) && reach.targets.has(target);
}

export function rankOf(level: MaskLevel | null): number {
  return level === null ? -1 : maskLevels.indexOf(level);
}

function strongest(covering: readonly Reach[]): Reach | undefined {
  return covering.reduce<Reach | undefined>(
    (best, one) =>
      best !== undefined && rankOf(best.rule.mask.level) >= rankOf(one.rule.mask.level)
        ? best
        : one,
    undefined,
  );
}
