import { describe, expect, it } from 'vitest';
import { atLevel, withLabel, withLabelFor } from '../../../../shared/rules/mask-edit.ts';
import {
  firstCell,
  isSelected,
  selectCell,
  selectColumn,
  selectRow,
  stepSelection,
} from '../../../../renderer/rules/matrix-selection.ts';
import {
  chosenCells,
  commonLevel,
  sayCell,
  spans,
} from '../../../../renderer/rules/matrix-words.ts';
import { renameRule } from '../../../../shared/rules/rename-rule.ts';
import { topology } from '../../../../shared/rules/topology.ts';
import { choices, draft } from '../../shared/rules/choices.ts';

const size = { rows: 3, columns: 4 };

describe('choosing cells', () => {
  it('moves with the arrows, stops at the edges, and grows with shift', () => {
    const down = stepSelection(firstCell, 'ArrowDown', size, true);
    expect(down).toEqual({ anchor: { row: 0, column: 1 }, head: { row: 1, column: 1 } });
    expect(stepSelection(firstCell, 'ArrowUp', size, false)).toEqual(firstCell);
    expect(stepSelection(firstCell, 'End', size, false)?.head.column).toBe(3);
    expect(stepSelection(firstCell, 'constructor', size, false)).toBeNull();
  });

  it('takes whole rows and columns', () => {
    const cells = Array.from({ length: 12 }, (_, at) => ({
      row: Math.floor(at / 4),
      column: at % 4,
    }));
    const count = (selection: typeof firstCell): number =>
      cells.filter((place) => isSelected(selection, place)).length;
    expect([count(selectRow(1, size)), count(selectColumn(2, size))]).toEqual([4, 3]);
    expect(count(selectCell({ row: 2, column: 3 }, firstCell))).toBe(9);
  });
});

describe('the words of the matrix', () => {
  const map = topology([draft('mesh', {})], choices('A/x', 'A/y', 'B/z'));

  it('say a cell without a look at where it stands', () => {
    expect(map.rows[0]?.map(sayCell)).toEqual([
      'A/x: a calendar never blocks itself',
      'A/y shows busy of A/x',
      'B/z shows busy of A/x',
    ]);
  });

  it('name a level only where all chosen cells share it, and never choose a calendar on itself', () => {
    const all = chosenCells(
      map,
      selectCell({ row: 2, column: 2 }, selectCell({ row: 0, column: 0 })),
    );
    expect(all).toHaveLength(6);
    expect(commonLevel(all)).toBe('busy');
    expect(commonLevel([])).toBeNull();
  });

  it('group neighbours by account', () => {
    expect(spans(map.sources)).toEqual([
      { account: 'A', count: 2 },
      { account: 'B', count: 1 },
    ]);
  });
});

describe('editing a mask', () => {
  const full = {
    level: 'titleAndLocation',
    label: 'Board',
    template: '{title} {location}',
    revealPrivate: true,
  } as const;

  it('leaves nothing that the new level can’t have', () => {
    expect(atLevel(full, 'busy')).toEqual({ level: 'busy', revealPrivate: false });
    expect(atLevel(full, 'title')).toEqual({ level: 'title', label: 'Board', revealPrivate: true });
    expect(atLevel(full, 'details')).toEqual({ ...full, level: 'details' });
  });

  it('has no empty labels', () => {
    expect(withLabel(full, '')).not.toHaveProperty('label');
    const labelled = withLabelFor(full, 'A/*', 'Client');
    expect(labelled.labels).toEqual({ 'A/*': 'Client' });
    expect(withLabelFor(labelled, 'A/*', null)).not.toHaveProperty('labels');
  });
});

describe('another name', () => {
  it('changes the id of a rule only as long as no block carries it', () => {
    const rules = [draft('rule', {}), draft('board', {})];
    expect(renameRule(rules, 'rule', 'Board', false).id).toBe('board-2');
    expect(renameRule(rules, 'rule', 'Board', true).rules[0]).toMatchObject({
      id: 'rule',
      name: 'Board',
    });
  });
});
