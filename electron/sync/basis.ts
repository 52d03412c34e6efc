import { nothingOpen, type OpenEdits } from '../../shared/plan/open-edits.ts';
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
  /** The place and the text of each rule: where several want a meeting, their order counts. */
  readonly rules: Readonly<Record<string, string>>;
  /** What policy decides about plans. */
  readonly policy: string;
  /** Writes that an edit asked for were not carried out: everything is planned once more. */
  readonly unfinished: boolean;
  readonly open: OpenEdits;
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
    rules: Object.fromEntries(
      settings.rules.map((rule, place) => [rule.id, JSON.stringify([place, rule])]),
    ),
    policy: JSON.stringify([
      [...stoppedAccounts].sort(),
      stops.map(({ rule, source, target }) => [rule, source, target]),
      RemoveStoppedBlocks ?? false,
      MaxBlockRetentionDays ?? null,
    ]),
    unfinished: false,
    open: nothingOpen,
  };
}

/** Writes down what this cycle was based on, and which edits it could not carry out. */
export function rememberBasis(
  { store }: EngineDeps,
  scene: CycleScene,
  left: Pick<Basis, 'unfinished' | 'open'>,
): void {
  store.setNote(NOTE, { ...currentBasis(scene), ...left } satisfies Basis);
}
