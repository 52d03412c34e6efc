import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId, CalendarId, RuleId } from '../../shared/model/ids.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import { manualRules, manualSources } from '../../shared/plan/manual-blocks.ts';
import { frozenRules } from '../../shared/rules/frozen-rules.ts';
import { stoppedAccounts, stopsOf, type Stop } from '../../shared/policy/stops.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { windowAt } from '../../shared/time/window.ts';
import type { EngineDeps, EngineSettings } from './engine-deps.ts';
import { activeRules } from './active-rules.ts';

/** What a cycle works on: fixed for its whole length. */
export interface CycleScene {
  readonly settings: EngineSettings;
  /** Those that providers list. */
  readonly calendars: readonly Calendar[];
  /** Also the sources of what the user blocked by hand. */
  readonly byId: ReadonlyMap<CalendarId, Calendar>;
  readonly rules: readonly ActiveRule[];
  /** Rules that may not act: they write nothing and remove nothing. */
  readonly frozenRules: ReadonlySet<RuleId>;
  readonly window: Interval;
  /** Accounts that policy stops: nothing is read from them, nothing is written to them. */
  readonly stoppedAccounts: ReadonlySet<AccountId>;
  /** Pairs that policy stops. */
  readonly stops: readonly Stop[];
}

export function sceneOf(deps: EngineDeps, settings = deps.settings()): CycleScene {
  const calendars = deps.store.calendars();
  const { manualBlocks } = settings;
  const frozen = new Set(frozenRules(settings.rules, settings.accounts, calendars).keys());
  const rules = activeRules(settings.rules, frozen, calendars);
  const { values } = settings.policy;
  const placed = rules.map(({ compiled: { rule }, ...sides }) => ({ rule, ...sides }));
  const all = [...calendars, ...manualSources(manualBlocks)];
  return {
    settings,
    calendars,
    byId: new Map(all.map((calendar) => [calendar.id, calendar])),
    frozenRules: frozen,
    rules: [...rules, ...manualRules(manualBlocks, calendars, settings.rules.length)],
    window: windowAt(deps.clock.now(), settings.zone, settings.window),
    stoppedAccounts: new Set(stoppedAccounts(values, settings.accounts, calendars).keys()),
    stops: stopsOf(values, placed, settings.accounts, calendars),
  };
}
