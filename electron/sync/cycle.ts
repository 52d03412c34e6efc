import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import type { OpenEdits } from '../../shared/plan/open-edits.ts';
import { isReady } from '../../shared/plan/plan-scope.ts';
import { DAY } from '../../shared/time/instant.ts';
import { rememberBasis } from './basis.ts';
import { cycleReport, type CycleReport } from './cycle-report.ts';
import { decide, type Decision } from './decide.ts';
import { sceneOf, type CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EngineState } from './engine-state.ts';
import { calendarsToRead } from './active-rules.ts';
import { forgetUnneeded } from './forget-unneeded.ts';
import { askForLateAnswers } from './late-answers.ts';
import { listCalendars, type Listing } from './list-calendars.ts';
import { dropOutdatedLists } from './outdated-lists.ts';
import type { AccountPull } from './pulls.ts';
import { leftAny } from './push.ts';
import { pushAll, type AccountPush } from './push-all.ts';
import { refusedBy } from './refusals.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import { requireUnderstood } from './require-understood.ts';
import { heardVoices } from './voices.ts';

/**
 * One cycle: pull → plan → guard → push (sync-engine.md). Provider deltas become mirror rows, rules over the mirror
 * become operations, brakes hold back suspect removals, and what passes is journaled and written.
 */
export async function cycle(
  deps: EngineDeps,
  state: EngineState,
  signal: AbortSignal,
): Promise<CycleReport> {
  requireUnderstood(deps.settings().policy);
  const started = deps.clock.monotonic();
  deps.progress({ kind: 'cycleStarted' });
  const listed = await listCalendars(deps, signal);
  const scene = sceneOf(deps);
  forgetUnneeded(deps, scene);
  const pulled = await state.pulls.read(deps, scene, calendarsOf(deps, scene), state.dirty, signal);
  const report = await act(deps, state, scene, pulled, listed, started, signal);
  deps.progress({ kind: 'cycleEnded', ok: report.ok });
  return report;
}

/** The rest of a cycle for accounts that were still reading when it ended; for runs that have no next cycle. */
export async function finishCycle(
  deps: EngineDeps,
  state: EngineState,
  signal: AbortSignal,
): Promise<CycleReport> {
  requireUnderstood(deps.settings().policy);
  const started = deps.clock.monotonic();
  const pulled = await state.pulls.rest();
  return act(deps, state, sceneOf(deps), pulled, [], started, signal);
}

async function act(
  deps: EngineDeps,
  state: EngineState,
  scene: CycleScene,
  pulled: readonly AccountPull[],
  listed: readonly Listing[],
  started: number,
  signal: AbortSignal,
): Promise<CycleReport> {
  const { dirty } = state;
  const reading = state.pulls.reading();
  const decision = decide(deps, scene, state, pulled, {
    refused: refusedBy(pulled),
    heard: heardVoices(deps.store, listed, pulled),
  });
  await removeDuplicates(deps, scene, pulled, signal);
  const pushed = await pushAll(deps, scene, decision.pass, dirty, reading, signal);
  const report = cycleReport(
    pulled,
    pushed,
    listed,
    [...reading],
    decision.held.length,
    deps.clock.monotonic() - started,
  );
  deps.store.transaction(() => {
    dropOutdatedLists(deps, report);
    askForLateAnswers(deps, [...decision.pass, ...decision.held]);
    rememberBasis(deps, scene, {
      unfinished: report.failed > 0 && decision.open.pairs.length > 0,
      open: leftOpen(scene, decision, reading, pushed),
    });
    deps.store.recordCycle({ at: deps.clock.now(), durationMs: report.durationMs, ok: report.ok });
  });
  return report;
}

/** The edits that this cycle could not carry out: a side of theirs could not be counted on, or not all was written. */
function leftOpen(
  { byId }: CycleScene,
  { open, readiness }: Decision,
  reading: ReadonlySet<AccountId>,
  pushed: readonly AccountPush[],
): OpenEdits {
  const behind = new Set(reading);
  for (const { account, tally } of pushed) if (leftAny(tally)) behind.add(account);
  const pairs = open.pairs.filter(({ source, target }) => {
    const { account, canWrite } = byId.get(target) ?? {};
    const sides = isReady({ readiness }, source) && isReady({ readiness }, target);
    return !sides || canWrite !== true || account === undefined || behind.has(account);
  });
  return { ...open, pairs };
}

export function calendarsOf(
  deps: EngineDeps,
  { rules, calendars, settings }: CycleScene,
): readonly Calendar[] {
  const { store } = deps;
  const withBlocks = store.blockCounts().flatMap(({ target, live }) => (live > 0 ? [target] : []));
  // A second block that could not be removed lies where, by the ledger, none is left.
  const unseen = calendars.filter(({ id, canWrite }) => canWrite && isUnseen(deps, id));
  const ours = new Set([...withBlocks, ...store.inDoubt(), ...unseen.map(({ id }) => id)]);
  return calendarsToRead(rules, ours, calendars, settings.mirrorAll);
}

/**
 * A new ledger learns from the markers what lies where, also where no rule points any more: a look at each calendar. So does
 * one that was restored from a backup and doesn't know that it is old: a look a day (F15, F16).
 */
function isUnseen({ store, clock }: EngineDeps, id: CalendarId): boolean {
  const at = store.cursor(id)?.at;
  return !store.wasRead(id) || (at !== undefined && clock.now() - at >= DAY);
}
