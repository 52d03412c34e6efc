import { maskLevels, type MaskLevel } from '../../shared/model/mask-level.ts';
import { levelLabels } from './option-words.ts';
import type { Cell, Topology } from '../../shared/rules/topology.ts';
import { isSelected, type Selection } from './matrix-selection.ts';

export type CellLevel = MaskLevel | 'none';

/** Levels as the matrix offers them, each with the key that sets it. */
export const cellLevels: readonly {
  readonly value: CellLevel;
  readonly label: string;
  readonly short: string;
  readonly key: string;
}[] = [
  { value: 'none', label: 'Nothing', short: '', key: '0' },
  ...maskLevels.map((value, index) => ({
    value,
    label: levelLabels[value],
    short: {
      busy: 'Busy',
      labelled: 'Label',
      title: 'Title',
      titleAndLocation: 'Place',
      details: 'Details',
    }[value],
    key: String(index + 1),
  })),
];

export function shortLevel(level: MaskLevel | null): string {
  return cellLevels.find(({ value }) => value === (level ?? 'none'))?.short ?? '';
}

/** A cell in a sentence, for those who do not see where it stands. */
export function sayCell({ source, target, level, partly, self, rules }: Cell): string {
  if (self) return `${source.ref}: a calendar never blocks itself`;
  if (level === null) return `${target.ref} shows nothing of ${source.ref}`;
  const which = partly ? 'of some events' : '';
  const by = rules.length > 1 ? `, by the strongest of ${rules.length} rules` : '';
  return `${target.ref} shows ${levelLabels[level].toLowerCase()} ${which} of ${source.ref}${by}`.replace(
    '  ',
    ' ',
  );
}

/** The cells that are chosen and can be changed. */
export function chosenCells({ rows }: Topology, selection: Selection): readonly Cell[] {
  return rows.flatMap((cells, row) =>
    cells.filter((cell, column) => !cell.self && isSelected(selection, { row, column })),
  );
}

/** The level that all chosen cells have; null where they differ. */
export function commonLevel(cells: readonly Cell[]): CellLevel | null {
  const levels = new Set(cells.map(({ level }) => level ?? 'none'));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? only : null;
}

/** Neighbours under one heading: how many columns, or rows, each account takes. */
export function spans(
  calendars: readonly { readonly account: string }[],
): readonly { readonly account: string; readonly count: number }[] {
  return calendars.reduce<{ account: string; count: number }[]>((groups, { account }) => {
    const last = groups.at(-1);
    return last?.account === account
      ? [...groups.slice(0, -1), { account, count: last.count + 1 }]
      : [...groups, { account, count: 1 }];
  }, []);
}
