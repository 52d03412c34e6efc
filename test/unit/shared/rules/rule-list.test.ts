import { describe, expect, it } from 'vitest';
import {
  addRules,
  changeWords,
  duplicateRule,
  freshId,
  moveRule,
  newRule,
  removeRule,
  replaceRule,
  takeIn,
} from '../../../../shared/rules/rule-list.ts';
import { draft } from './choices.ts';

const [a, b, c] = [draft('a', {}), draft('b', {}), draft('c', {})];
const ids = (rules: readonly { readonly id: string }[]): string =>
  rules.map(({ id }) => id).join('');

describe('a fresh id', () => {
  it.each([
    ['Führung & Board', 'fuhrung-board'],
    ['  ', 'rule'],
    ['A', 'a-2'],
    ['…—', 'rule'],
  ])('of %j is %s', (wish, id) => {
    expect(freshId(wish, ['a'])).toBe(id);
  });

  it('is one that rules may have, however long the wish', () => {
    expect(freshId('Ärger '.repeat(40), [])).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
  });
});

describe('the list of rules', () => {
  it('moves a rule and stops at both ends', () => {
    expect(ids(moveRule([a, b, c], 'c', 0))).toBe('cab');
    expect(ids(moveRule([a, b, c], 'a', 9))).toBe('bca');
    expect(ids(moveRule([a, b, c], 'a', -3))).toBe('abc');
  });

  it('puts a copy behind its original, switched off', () => {
    const copied = duplicateRule([a, b], 'a');
    expect(copied.rules.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['a', true],
      ['a-copy', false],
      ['b', true],
    ]);
  });

  it('gives rules of a template ids that nobody has', () => {
    expect(addRules([a], [a, a]).map(({ id }) => id)).toEqual(['a', 'a-2', 'a-3']);
  });

  it('takes in a file beside the rules or instead of them, and never instead of a locked one', () => {
    expect(ids(takeIn([a, b], [c], 'beside', []))).toBe('abc');
    expect(ids(takeIn([a, b], [c], 'instead', ['b']))).toBe('bc');
  });

  it('says what is not saved yet', () => {
    const changed = replaceRule([a, b, c], 'b', { ...b, name: 'Other' });
    expect(changeWords([a, b, c], changed)).toBe('1 changed');
    expect(changeWords([a, b, c], [c, a])).toBe('1 removed, new order');
    expect(changeWords([a], [...removeRule([a], 'a'), newRule([a])])).toBe('1 added, 1 removed');
    expect(changeWords([a, b], [a, b])).toBe('');
  });
});
