import type { Calendar } from '../model/calendar.ts';
import { rule, type Rule } from '../model/rule.ts';

type Known = Pick<Calendar, 'ref' | 'canWrite' | 'isDefault' | 'account'>;

/** Rules to begin with, made from the calendars at hand. The first writable calendar is taken for the hub, or the personal one. */
export const templates = {
  /** Every calendar blocks every other one; nothing but "Busy" is shown. */
  mesh: () => [
    rule.parse({ id: 'mesh', name: 'Block everything everywhere', sources: ['*'], targets: ['*'] }),
  ],

  /** All others are shown on one calendar, with the name of their account; it blocks them in turn. */
  hub: (calendars: readonly Known[]) => {
    const hub = firstWritable(calendars);
    return [
      rule.parse({
        id: 'to-hub',
        name: 'Everything on the hub',
        sources: ['*'],
        targets: [hub],
        mask: { level: 'labelled', label: 'Elsewhere', labels: labelsByAccount(calendars) },
      }),
      rule.parse({
        id: 'from-hub',
        name: 'The hub blocks the others',
        sources: [hub],
        targets: ['*'],
        exclude: [],
      }),
    ];
  },

  /** Private life blocks work, and work sees only "Busy". */
  personal: (calendars: readonly Known[]) => {
    const own = firstWritable(calendars);
    return [
      rule.parse({
        id: 'personal-to-work',
        name: 'Personal blocks work',
        sources: [own],
        targets: ['*'],
      }),
    ];
  },

  /** Each client's calendars block the others, at coarse times and merged, so that nothing can be compared. */
  isolate: () => [
    rule.parse({
      id: 'isolate',
      name: 'Isolated clients',
      sources: ['*'],
      targets: ['*'],
      options: { roundTo: 30, merge: true, mergeGap: 15 },
    }),
  ],
} as const satisfies Readonly<Record<string, (calendars: readonly Known[]) => readonly Rule[]>>;

export type TemplateName = keyof typeof templates;

function firstWritable(calendars: readonly Known[]): string {
  const writable = calendars.filter(({ canWrite }) => canWrite);
  return (
    (writable.find(({ isDefault }) => isDefault) ?? writable[0])?.ref ?? 'My account/My calendar'
  );
}

function labelsByAccount(calendars: readonly Known[]): Record<string, string> {
  const labels = new Set(calendars.map(({ ref }) => ref.slice(0, ref.indexOf('/'))));
  return Object.fromEntries([...labels].map((label) => [`${label}/*`, label]));
}
