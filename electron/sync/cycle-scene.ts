import type { Calendar } from '../../shared/model/calendar.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { windowAt } from '../../shared/time/window.ts';
import type { EngineDeps, EngineSettings } from './engine-deps.ts';
import { activeRules } from './lanes.ts';

/** What a cycle works on: fixed for its whole length. */
export interface CycleScene {
  readonly settings: EngineSettings;
  readonly calendars: readonly Calendar[];
  readonly byId: ReadonlyMap<CalendarId, Calendar>;
  readonly rules: readonly ActiveRule[];
  readonly window: Interval;
}

export function sceneOf(deps: EngineDeps): CycleScene {
  const settings = deps.settings();
  const calendars = deps.store.calendars();
  return {
    settings,
    calendars,
    byId: new Map(calendars.map((calendar) => [calendar.id, calendar])),
    rules: activeRules(settings, calendars),
    window: windowAt(deps.clock.now(), settings.zone, settings.window),
  };
}
