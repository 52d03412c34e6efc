import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import type { PlanInput, Readiness } from '../../shared/plan/plan-scope.ts';
import { manualSources, withManualBlocks } from '../../shared/plan/manual-blocks.ts';
import type { PlanView } from '../../shared/plan/plan-view.ts';
import { blockKeyOf } from '../../shared/plan/slot.ts';
import { pairKey } from '../../shared/plan/stopped.ts';
import { standIns } from '../../shared/rules/same-calendar.ts';
import type { Store } from '../ports/store.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';

/** The planner's input as the store has it now. `refused` are calendars that the provider does not let us use now. */
export function planInput(
  deps: EngineDeps,
  scene: CycleScene,
  refused: ReadonlySet<CalendarId>,
): PlanInput {
  const { store, clock, vault } = deps;
  const readiness = new Map<CalendarId, Readiness>(
    scene.calendars.map(({ id, account, canRead }) => {
      if (refused.has(id) || !canRead || scene.stoppedAccounts.has(account))
        return [id, 'unavailable'];
      return [id, store.wasRead(id) ? 'ready' : 'waiting'];
    }),
  );
  const { manualBlocks, policy } = scene.settings;
  const { values } = policy;
  for (const { id } of manualSources(manualBlocks)) readiness.set(id, 'ready');
  return {
    rules: scene.rules,
    frozenRules: scene.frozenRules,
    stopped: new Set(scene.stops.map(({ rule, source, target }) => pairKey(rule, source, target))),
    removeStopped: values.RemoveStoppedBlocks === true,
    longestHistory: values.MaxBlockRetentionDays ?? null,
    calendars: scene.byId,
    standIns: standIns(scene.calendars),
    readiness,
    unlisted: unlistedAccounts(store, scene),
    zone: scene.settings.zone,
    window: scene.window,
    now: clock.now(),
    view: withManualBlocks(viewOf(store), manualBlocks),
    keyOf: (slot, account) => blockKeyOf(vault.key, slot, account),
  };
}

function unlistedAccounts(
  store: Store,
  { settings, calendars }: CycleScene,
): ReadonlySet<AccountId> {
  const seen = new Set(calendars.map(({ account }) => account));
  const ids = settings.accounts.map(({ id }) => id);
  return new Set(ids.filter((id) => !seen.has(id) && store.listedAt(id) === null));
}

function viewOf(store: Store): PlanView {
  return {
    events: (calendar, spans) =>
      spans === null ? store.eventsOf(calendar) : store.eventsOverlapping(calendar, spans),
    event: (calendar, id) => store.event(calendar, id),
    blocks: (target, spans) =>
      spans === null ? store.blocksOn(target) : store.blocksOverlapping(target, spans),
    blockBySlot: (slot) => store.blockBySlot(slot),
    blocksOfSource: (calendar, id) => store.blocksOfSource(calendar, id),
    blocksWithKey: (key) => store.blocksWithKey(key),
    unlinkedBlocks: (target) => store.unlinkedBlocks(target),
  };
}
