import type { Interval } from '../../shared/time/interval.ts';
import type { CycleScene } from './cycle-scene.ts';
import { ENGINE_VERSION, type EngineDeps } from './engine-deps.ts';

/** What plans depend on besides events and blocks, as the last cycle had it. */
export interface Basis {
  readonly zone: string;
  readonly engineVersion: number;
  readonly window: Interval;
  /** The calendars that rules could mean. */
  readonly calendars: string;
  /** The text of each rule, as far as its plan was carried out completely. */
  readonly rules: Readonly<Record<string, string>>;
  /** What policy decides about plans. */
  readonly policy: string;
}

const NOTE = 'basis';

export function lastBasis({ store }: EngineDeps): Basis | null {
  return store.note(NOTE) as Basis | null;
}

export function currentBasis(scene: CycleScene): Basis {
  const { settings, window, rules, stoppedAccounts, stops } = scene;
  const { RemoveStoppedBlocks, MaxBlockRetentionDays } = settings.policy.values;
  return {
    zone: settings.zone,
    engineVersion: ENGINE_VERSION,
    window,
    calendars: JSON.stringify(rules.map(({ sources, targets }) => [sources, targets])),
    rules: Object.fromEntries(settings.rules.map((rule) => [rule.id, JSON.stringify(rule)])),
    policy: JSON.stringify([
      [...stoppedAccounts].sort(),
      stops.map(({ rule, source, target }) => [rule, source, target]),
      RemoveStoppedBlocks ?? false,
      MaxBlockRetentionDays ?? null,
    ]),
  };
}

/**
 * Writes down what this cycle was based on. While writes are outstanding, a rule's edit counts as still being carried
 * out, so that its removals stay exempt from the brakes.
 */
export function rememberBasis(deps: EngineDeps, scene: CycleScene, complete: boolean): void {
  const now = currentBasis(scene);
  const before = lastBasis(deps);
  deps.store.setNote(NOTE, complete ? now : { ...now, rules: before?.rules ?? {} });
}
