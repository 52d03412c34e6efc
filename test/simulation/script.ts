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
  // Never by a life's own chance: what follows it.
  rest: 0,
  moveOne: 0,
  undo: 0,
  notFound: 0,
  unheard: 0,
  mixedUp: 0,
  cutEarly: 0,
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

/**
 * What chance seldom brings together, and what would heal unseen while the troubles of a whole life do: one of these
 * follows every life once it has come to rest, by a draw of its own. The life before it stays what its seed made it.
 */
const epilogues: readonly (readonly StepKind[])[] = [
  // One copy of a meeting moves and the other does not: its old place counts as well as its new one.
  ['invite', 'invite', 'sync', 'moveOne', 'moveOne', 'sync'],
  // "Not found", of blocks that are there.
  ['rush', 'sync', 'notFound', 'move', 'remove', 'move', 'remove', 'sync'],
  // Nobody hears whether blocks were made, and then they are not wanted any more.
  ['unheard', 'rush', 'sync', 'undo', 'sync'],
  // Power goes again and again while what people did is being read.
  [
    ...(['rush', 'cutEarly', 'move', 'cutEarly', 'add', 'cutEarly', 'rush', 'cutEarly'] as const),
    ...(['move', 'cutEarly', 'edit', 'cutEarly', 'add', 'move', 'crash'] as const),
  ],
];

/** The life that belongs to a seed. */
export function scriptOf(seed: number, length: number, devices: number): Script {
  const random = seededRandom(seed);
  const life = Array.from({ length }, (_, index): Step => {
    const kind = ending[index - length + ending.length] ?? pick(random, bag) ?? 'sync';
    return stepOf(kind, random);
  });
  return { seed, devices, steps: [...life, ...epilogueOf(seed), ...mixedUpOf(seed)] };
}

function epilogueOf(seed: number): readonly Step[] {
  const random = seededRandom(seed ^ 0x2545f491);
  const kinds = pick(random, epilogues) ?? [];
  return (['rest', ...kinds] as const).map((kind) => stepOf(kind, random));
}

/** After every tenth life the lists of calendars of two accounts are mixed up for a day. */
function mixedUpOf(seed: number): readonly Step[] {
  if (seed % 10 !== 5) return [];
  const random = seededRandom(seed ^ 0x51ed270b);
  const kinds = [
    'rest',
    'sleep',
    'mixedUp',
    'rush',
    'sync',
    'move',
    'sleep',
    'sync',
    'sync',
  ] as const;
  return kinds.map((kind) => stepOf(kind, random));
}

function stepOf(kind: StepKind, random: () => number): Step {
  return { kind, seed: between(random, 1, 1_000_000_000) };
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
