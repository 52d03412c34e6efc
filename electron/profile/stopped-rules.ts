/** What policy stops, as people are told of it: by rule and by account. */
import type { AccountId, RuleId } from '../../shared/model/ids.ts';
import { sayReason } from '../../shared/policy/judge-account.ts';
import { stopsOf, stoppedAccounts, type Stop } from '../../shared/policy/stops.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import type { Profile } from './profile.ts';

export interface StoppedRule {
  /** No pair of calendars is left for which it may act. */
  readonly whole: boolean;
  /** One sentence for each reason. */
  readonly reasons: readonly string[];
}

/** The enabled rules that policy stops, for all of their calendars or for some. */
export function stoppedRules(profile: Profile): ReadonlyMap<RuleId, StoppedRule> {
  const calendars = profile.store.calendars();
  const refs = new Map(calendars.map(({ id, ref }) => [id, ref]));
  const placed = profile
    .rulesInForce()
    .filter(({ enabled }) => enabled)
    .map((rule) => ({ rule, ...resolveSelectors(rule, calendars) }));
  const { accounts } = profile.settings.read();
  const { values } = profile.policy.current();
  const stops = Map.groupBy(stopsOf(values, placed, accounts, calendars), ({ rule }) => rule);
  return new Map(
    placed.flatMap(({ rule, sources, targets }) => {
      const own = stops.get(rule.id) ?? [];
      const pairs =
        sources.length * targets.length - sources.filter((id) => targets.includes(id)).length;
      if (own.length === 0) return [];
      const whole = own.length === pairs;
      return [[rule.id, { whole, reasons: sayStops(own, whole, (id) => refs.get(id) ?? id) }]];
    }),
  );
}

function sayStops(
  stops: readonly Stop[],
  whole: boolean,
  nameOf: (id: Stop['source']) => string,
): readonly string[] {
  const byReason = Map.groupBy(stops, ({ reason }) => sayReason(reason));
  return [...byReason].map(([sentence, of]) => {
    const [first] = of;
    if (first === undefined || (whole && byReason.size === 1)) return sentence;
    const example = `from “${nameOf(first.source)}” to “${nameOf(first.target)}”`;
    return of.length === 1
      ? `${sentence} It is stopped ${example}.`
      : `${sentence} It is stopped for ${of.length} pairs of calendars, such as ${example}.`;
  });
}

/** Why each stopped account is stopped, in one sentence. */
export function whyStopped({ settings, store, policy }: Profile): ReadonlyMap<AccountId, string> {
  const { values } = policy.current();
  const stopped = stoppedAccounts(values, settings.read().accounts, store.calendars());
  return new Map([...stopped].map(([id, reason]) => [id, sayReason(reason)]));
}
