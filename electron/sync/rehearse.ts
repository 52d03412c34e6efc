import type { Operation } from '../../shared/plan/operation.ts';
import { outcomes, type AccountOutcome } from './cycle-report.ts';
import { sceneOf } from './cycle-scene.ts';
import { calendarsOf } from './cycle.ts';
import { decide } from './decide.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EngineState } from './engine-state.ts';
import { listCalendars } from './list-calendars.ts';
import { refusedBy } from './refusals.ts';
import { heardVoices } from './voices.ts';
import { requireUnderstood } from './require-understood.ts';

/** What a cycle would write now. */
export interface Rehearsal {
  readonly pass: readonly Operation[];
  readonly held: readonly Operation[];
  /** Where not everything could be read; for those it is what was known before. */
  readonly accounts: readonly AccountOutcome[];
}

/**
 * A cycle up to its writes: it reads, plans and guards, as the next one will. What it read stays read, and what a brake
 * holds stays held, or the reason for holding it would be gone by then.
 */
export async function rehearse(
  deps: EngineDeps,
  state: EngineState,
  signal: AbortSignal,
): Promise<Rehearsal> {
  requireUnderstood(deps.settings().policy);
  const listed = await listCalendars(deps, signal);
  const scene = sceneOf(deps);
  const read = await state.pulls.read(deps, scene, calendarsOf(deps, scene), state.dirty, signal);
  const pulled = [...read, ...(await state.pulls.rest())];
  const { pass, held } = decide(deps, scene, state, pulled, {
    refused: refusedBy(pulled),
    heard: heardVoices(deps.store, listed, pulled),
  });
  // Nothing of it is carried out: whoever is next plans it again.
  state.dirty.markEverything();
  return { pass, held, accounts: outcomes(pulled, [], listed) };
}
