import { between, pick, seededRandom } from '../../electron/simulator/sample/chance.ts';
import type { Person } from '../kit/cloud-rig.ts';
import type { RuleInput } from '../kit/plan-world.ts';

/** Who has which calendars, and which rules they begin with. */
export interface Neighbourhood {
  readonly people: readonly Person[];
  readonly rules: readonly RuleInput[];
  /** Calendars that another person of the same provider lists as well: ref and label. */
  readonly shares: readonly (readonly [string, string])[];
}

const shapes = ['star', 'mesh', 'mesh', 'chain', 'ring', 'hub'] as const;

/** Two to twenty calendars of either provider, in a star, mesh, chain, ring or hub; some of them listed twice. */
export function neighbourhoodOf(seed: number): Neighbourhood {
  const random = seededRandom(seed ^ 0x5f3759df);
  const many = seed % 50 === 0;
  const accounts = many ? 10 : between(random, 2, 4);
  const people = Array.from({ length: accounts }, (_, index): Person => ({
    label: String.fromCharCode(65 + index),
    cloud: random() < 0.5 ? 'microsoft' : 'google',
    calendars: many || random() < 0.3 ? ['Work', 'Other'] : ['Work'],
  }));
  const refs = people.flatMap(({ label, calendars = [] }) =>
    calendars.map((name) => `${label}/${name}`),
  );
  const rules = rulesOf(pick(random, shapes) ?? 'mesh', refs, random);
  if (seed % 11 !== 5) return { people, rules, shares: [] };
  return {
    people: people.map((person) => ({ ...person, domain: 'calendar.example' })),
    rules,
    shares: people.flatMap(({ label, cloud }) => {
      const friend = people.find((other) => other.cloud === cloud && other.label !== label);
      return friend === undefined ? [] : [[`${label}/Work`, friend.label] as const];
    }),
  };
}

function rulesOf(
  shape: (typeof shapes)[number],
  refs: readonly string[],
  random: () => number,
): readonly RuleInput[] {
  const [first = '', ...others] = refs;
  const make = (id: string, sources: string[], targets: string[]): RuleInput => ({
    id,
    sources,
    targets,
    ...someLook(random),
  });
  switch (shape) {
    case 'mesh':
      return [make('mesh', ['*'], ['*'])];
    case 'star':
      return [make('star', [first], others)];
    case 'hub':
      return [make('to-hub', others, [first]), make('from-hub', [first], others)];
    case 'chain':
      return others.map((to, index) => make(`link${index}`, [refs[index] ?? first], [to]));
    case 'ring':
      return refs.map((from, index) =>
        make(`ring${index}`, [from], [refs[(index + 1) % refs.length] ?? first]),
      );
  }
}

/** A mask and options by chance: those that the oracle can foretell. */
export function someLook(random: () => number): Pick<RuleInput, 'mask' | 'options'> {
  const level = pick(random, ['busy', 'busy', 'labelled', 'title'] as const) ?? 'busy';
  return {
    mask: { level, ...(level === 'labelled' ? { label: 'Elsewhere' } : {}) },
    options: {
      bufferBefore: pick(random, [0, 0, 15]) ?? 0,
      bufferAfter: pick(random, [0, 0, 20]) ?? 0,
      roundTo: pick(random, [0, 0, 30] as const) ?? 0,
      allDay: pick(random, ['allDay', 'allDay', 'skip'] as const) ?? 'allDay',
      merge: random() < 0.35,
    },
  };
}
