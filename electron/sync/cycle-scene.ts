import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import { manualRules, manualSources } from '../../shared/plan/manual-blocks.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { windowAt } from '../../shared/time/window.ts';
import type { EngineDeps, EngineSettings } from './engine-deps.ts';
import { activeRules } from './lanes.ts';

/** What a cycle works on: fixed for its whole length. */
export interface CycleScene {
  readonly settings: EngineSettings;
  /** Those that providers list. */
  readonly calendars: readonly Calendar[];
  /** Also the sources of what the user blocked by hand. */
  readonly byId: ReadonlyMap<CalendarId, Calendar>;
  readonly rules: readonly ActiveRule[];
  readonly window: Interval;
}

export function sceneOf(deps: EngineDeps, settings = deps.settings()): CycleScene {
  const calendars = deps.store.calendars();
  const { manualBlocks } = settings;
  const all = [...calendars, ...manualSources(manualBlocks)];
  return {
    settings,
    calendars,
    byId: new Map(all.map((calendar) => [calendar.id, calendar])),
    rules: [
      ...activeRules(settings, calendars),
      ...manualRules(manualBlocks, calendars, settings.rules.length),
    ],
    window: windowAt(deps.clock.now(), settings.zone, settings.window),
  };
}
