import { between, pick, seededRandom } from '../../electron/simulator/sample/chance.ts';

/** What may happen in a life, with how often it does. */
const weights = {
  sync: 22,
  busySync: 5,
  slowSync: 3,
  add: 11,
  rush: 3,
  invite: 4,
  move: 5,
  reschedule: 2,
  edit: 6,
  answer: 3,
  remove: 5,
  occurrence: 4,
  split: 1,
  blockEdited: 3,
  blockDeleted: 3,
  blockCopied: 1,
  foreignBlock: 1,
  rule: 5,
  access: 2,
  consent: 2,
  weather: 6,
  wait: 10,
  sleep: 1,
  clock: 1,
  crash: 4,
  skew: 2,
  setClock: 2,
  zone: 1,
  season: 1,
  abroad: 4,
  flood: 2,
  backUp: 1,
  restore: 1,
  loseDisk: 1,
  disk: 4,
  stop: 3,
  suspend: 2,
  window: 1,
  line: 4,
  fog: 5,
} as const;
export type StepKind = keyof typeof weights;

/** One step. All chance in it comes from its own seed, so that a script without some of its steps still means the same. */
export interface Step {
  readonly kind: StepKind;
  readonly seed: number;
}

/** A life from birth to rest. */
export interface Script {
  readonly seed: number;
  readonly devices: number;
  readonly steps: readonly Step[];
}

const bag = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as StepKind),
);

/** Every life ends in the middle of trouble: what is left undone then is not put right by some later chance. */
const ending: readonly StepKind[] = [
  'rush',
  'sync',
  'weather',
  'reschedule',
  'move',
  'rush',
  'sync',
];

/** The life that belongs to a seed. */
export function scriptOf(seed: number, length: number, devices: number): Script {
  const random = seededRandom(seed);
  return {
    seed,
    devices,
    steps: Array.from({ length }, (_, index) => ({
      kind: ending[index - length + ending.length] ?? pick(random, bag) ?? 'sync',
      seed: between(random, 1, 1_000_000_000),
    })),
  };
}

/** As a person reads it, one step a word: `add:12 sync:77`. */
export function scriptText({ steps }: Script): string {
  return steps.map(({ kind, seed }) => `${kind}:${seed}`).join(' ');
}

/** Reads what `scriptText` wrote. */
export function parseSteps(text: string): readonly Step[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [kind = '', seed = ''] = word.split(':');
      if (!(kind in weights) || !/^\d+$/.test(seed)) throw new Error(`Not a step: ${word}`);
      return { kind: kind as StepKind, seed: Number(seed) };
    });
}
