import type { RuleId } from '../../shared/model/ids.ts';
import type { Suspicions } from '../../shared/plan/brakes.ts';
import { nothingOpen, openEdits, type OpenEdits } from '../../shared/plan/open-edits.ts';
import { HOUR } from '../../shared/time/instant.ts';
import { currentBasis, lastBasis, type Basis } from './basis.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { AccountPull } from './pulls.ts';
import { suspects } from './suspects.ts';

/** A clock that is off, or jumped back, by more than this makes removals suspect (sync-engine.md, Safety 8). */
const CLOCK_TOLERANCE_MS = 6 * HOUR;

export interface CycleSuspicions extends Suspicions {
  /** Something that every block depends on has changed since the last cycle. */
  readonly planAll: boolean;
  readonly open: OpenEdits;
}

/** Compares this cycle with what the last one was based on. */
export function suspicionsOf(
  deps: EngineDeps,
  scene: CycleScene,
  pulled: readonly AccountPull[],
): CycleSuspicions {
  const basis = lastBasis(deps);
  const now = currentBasis(scene);
  const read = pulled.flatMap(({ calendars }) => calendars).filter((pull) => pull.kind === 'read');
  const { emptied, reset } = suspects(deps.store);
  const confirmed = read.filter((pull) => pull.complete && !pull.reset);
  return {
    emptied: new Set(emptied),
    reset: new Set(reset),
    confirmed: new Set(confirmed.map(({ calendar }) => calendar)),
    everywhere: clockIsOff(deps) ? 'clockJump' : changedGround(basis, now),
    planAll:
      basis === null || JSON.stringify({ ...basis, open: nothingOpen }) !== JSON.stringify(now),
    open: openEdits(
      basis?.open ?? nothingOpen,
      editedSince(basis, now, scene),
      scene.rules,
      scene.frozenRules,
    ),
  };
}

function editedSince(
  basis: Basis | null,
  now: Basis,
  { settings }: CycleScene,
): ReadonlySet<RuleId> {
  const edited = settings.rules.filter(({ id }) => basis?.rules[id] !== now.rules[id]);
  return new Set(edited.map(({ id }) => id));
}

function changedGround(basis: Basis | null, now: Basis): 'zoneChanged' | 'engineChanged' | null {
  if (basis === null) return null;
  if (basis.engineVersion !== now.engineVersion) return 'engineChanged';
  return basis.zone === now.zone ? null : 'zoneChanged';
}

function clockIsOff({ store, clock, clockSkewMs, settings }: EngineDeps): boolean {
  const last = store.lastCycleAt();
  if (last !== null && last - clock.now() > CLOCK_TOLERANCE_MS) return true;
  return settings().accounts.some(({ id }) => Math.abs(clockSkewMs(id) ?? 0) > CLOCK_TOLERANCE_MS);
}
