import type { CalendarId } from '../../shared/model/ids.ts';
import { guard, type Guarded } from '../../shared/plan/brakes.ts';
import { asksFor, type OpenEdits } from '../../shared/plan/open-edits.ts';
import type { Operation } from '../../shared/plan/operation.ts';
import type { PlanInput } from '../../shared/plan/plan-scope.ts';
import { plan, type Changes } from '../../shared/plan/plan.ts';
import { brakeOf } from '../../shared/policy/limits.ts';
import { HOUR } from '../../shared/time/instant.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EngineState } from './engine-state.ts';
import { planInput } from './plan-input.ts';
import type { AccountPull } from './pulls.ts';
import type { Voices } from './strangers.ts';
import { suspectsJudged } from './suspects.ts';
import { suspicionsOf } from './suspicions.ts';
import { unclearSince } from './unclear-items.ts';
import { allVoices } from './voices.ts';

/** What a cycle was refused, and what it heard. */
interface Answers {
  readonly refused: ReadonlySet<CalendarId>;
  readonly heard: Voices;
}

/** What may be done now, and what it was decided on. */
export interface Decision extends Guarded {
  readonly open: OpenEdits;
  readonly readiness: PlanInput['readiness'];
}

/** Plan and guard: pure decisions on what the pull left in the store; the holds are written down. */
export function decide(
  deps: EngineDeps,
  scene: CycleScene,
  { dirty, strangers }: Pick<EngineState, 'dirty' | 'strangers'>,
  pulled: readonly AccountPull[],
  { refused, heard }: Answers,
): Decision {
  const { store, clock } = deps;
  const suspicions = suspicionsOf(deps, scene, pulled);
  const { open } = suspicions;
  if (suspicions.planAll) dirty.markEverything();
  const input = planInput(deps, scene, refused);
  dirty.markReadiness(input);
  const changes = withHolds(dirty.take(), deps);
  const judged = strangers.judge(plan(input, changes), allVoices(scene), heard);
  const { pass: operations, waiting, news } = judged;
  const before = store.holds();
  const guarded = guard({
    operations,
    postponed: waiting,
    suspicions,
    brake: brakeOf(scene.settings.policy.values),
    liveBlocks: liveBlocks(deps),
    isAskedFor: asksFor(open, input.view),
    holds: before,
    otherDevices: scene.settings.otherDevices,
    planned: changes === null ? null : new Set(changes.regions.keys()),
    now: clock.now(),
  });
  store.transaction(() => {
    store.replaceHolds(guarded.holds);
    suspectsJudged(store);
    for (const { rule, target, reason, since, keys } of guarded.holds) {
      if (
        before.some((hold) => hold.rule === rule && hold.target === target && hold.since === since)
      )
        continue;
      store.appendAudit({
        at: clock.now(),
        action: 'hold',
        rule,
        target,
        key: null,
        outcome: `${reason} ${keys.length}`,
      });
    }
    askAgain(deps, guarded);
    if (waiting.length > 0) hearAgain(deps, scene, news);
  });
  for (const { record } of [...guarded.held, ...waiting])
    dirty.markBlock(record.target, record.content.time, scene.settings.zone);
  deps.progress({ kind: 'planned', ...countsOf(guarded.pass), held: guarded.held.length });
  return { ...guarded, open, readiness: input.readiness };
}

export function liveBlocks({ store }: EngineDeps): ReadonlyMap<CalendarId, number> {
  const counts = new Map<CalendarId, number>();
  for (const { target, live } of store.blockCounts())
    counts.set(target, (counts.get(target) ?? 0) + live);
  return counts;
}

/** Where a target with a hold changed, everything is planned: a brake must see all of a hold's removals or none. */
function withHolds(changes: Changes | null, { store }: EngineDeps): Changes | null {
  return changes !== null && store.holds().some(({ target }) => changes.regions.has(target))
    ? null
    : changes;
}

/** A cursor reset wants a second opinion: the sources are read anew in the next cycle (SPEC P23). */
function askAgain({ store }: EngineDeps, { held, holds }: Guarded): void {
  const waiting = new Set(
    holds.filter(({ reason }) => reason === 'cursorReset').flatMap(({ keys }) => keys),
  );
  for (const { record } of held) {
    if (record.slot !== null && waiting.has(record.key))
      store.dropCursor(record.slot.sourceCalendar);
  }
}

/**
 * All that could ask for a stranger is heard once more. A source that was not clear is read completely for it: at once for
 * a new one, then every hour.
 */
function hearAgain(
  { store, clock }: EngineDeps,
  { settings, rules }: CycleScene,
  news: boolean,
): void {
  if (news) for (const { id } of settings.accounts) store.dropList(id);
  for (const source of new Set(rules.flatMap(({ sources }) => sources))) {
    const at = unclearSince(store, source);
    if (at !== null && (news || Math.abs(clock.now() - at) >= HOUR)) store.dropCursor(source);
  }
}

function countsOf(operations: readonly Operation[]): {
  create: number;
  change: number;
  remove: number;
} {
  const count = (kind: Operation['kind']): number =>
    operations.filter((operation) => operation.kind === kind).length;
  return { create: count('create'), change: count('update'), remove: count('delete') };
}
