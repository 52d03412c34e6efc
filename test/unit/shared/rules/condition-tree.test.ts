import { describe, expect, it } from 'vitest';
import {
  addTo,
  changeKind,
  depthOf,
  moveBy,
  nodeAt,
  placeOf,
  questionCount,
  removeAt,
  replaceAt,
  wrap,
} from '../../../../shared/rules/condition-tree.ts';
import { placedLeavesOf, type Condition } from '../../../../shared/model/condition.ts';

const day = { allDay: true } as const;
const again = { recurring: true } as const;
const tree: Condition = { all: [day, { none: [again, day] }] };

describe('the tree of conditions', () => {
  it('begins with all of one question', () => {
    expect(addTo(undefined, [], day)).toEqual({ all: [day] });
  });

  it('makes a lone question and the next one a group of both', () => {
    expect(addTo(day, [], again)).toEqual({ all: [day, again] });
  });

  it('adds to, changes and replaces just the node that is meant', () => {
    expect(addTo(tree, [1], day)).toEqual({ all: [day, { none: [again, day, day] }] });
    expect(changeKind(tree, [1], 'any')).toEqual({ all: [day, { any: [again, day] }] });
    expect(replaceAt(tree, [1, 0], day)).toEqual({ all: [day, { none: [day, day] }] });
    expect(wrap(tree, [0], 'none')).toEqual({ all: [{ none: [day] }, { none: [again, day] }] });
  });

  it('leaves no empty group behind', () => {
    expect(removeAt({ all: [day, { none: [again] }] }, [1, 0])).toEqual({ all: [day] });
    expect(removeAt({ all: [{ none: [again] }] }, [0, 0])).toBeUndefined();
    expect(removeAt(day, [])).toBeUndefined();
  });

  it('moves a node among its siblings and stops at both ends', () => {
    expect(moveBy(tree, [1, 1], -1)).toEqual({ all: [day, { none: [day, again] }] });
    expect(moveBy(tree, [0], -1)).toEqual(tree);
  });

  it('names places as problems name them', () => {
    for (const [path, place] of [
      [[0], '.all[0]'],
      [[1, 1], '.all[1].none[1]'],
    ] as const)
      expect(placeOf(tree, path)).toBe(`conditions${place}`);
    expect([...placedLeavesOf(tree)].map(({ path }) => path)).toContain('.all[1].none[1]');
  });

  it('counts questions and levels, and knows no node that is not there', () => {
    expect([questionCount(tree), depthOf(tree), questionCount(undefined)]).toEqual([3, 3, 0]);
    expect(nodeAt(tree, [7, 1])).toBeNull();
  });
});
