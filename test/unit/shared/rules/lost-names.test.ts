import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../../../shared/model/ids.ts';
import { lostNames } from '../../../../shared/rules/lost-names.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { ruleOf } from './rule-builder.ts';

const [work, board, silent] = ['1', '2', '3'] as AccountId[] as [AccountId, AccountId, AccountId];
const accounts = [
  { id: work, label: 'Work' },
  { id: board, label: 'Work/Board' },
  { id: silent, label: 'Silent' },
];
const calendars = [
  { account: work, ref: 'Work/Team' },
  { account: board, ref: 'Work/Board/Main' },
];

function lost(more: Partial<RuleInput>): readonly string[] {
  const fine = { sources: ['Work/Team'], targets: ['Work/Board/Main'] };
  return [...lostNames([ruleOf({ ...fine, ...more })], accounts, calendars).values()];
}

describe('[R34] a name that its account does not have', () => {
  it.each([
    ['sources', { sources: ['Work/Team', 'Work/Old'] }],
    ['targets', { targets: ['Work/Old'] }],
    ['exclude', { sources: ['*'], exclude: ['Work/Old'] }],
  ])('is found among %s', (_side, more) => {
    expect(lost(more)).toEqual(['Work/Old']);
  });

  it.each([
    ['all names are there', {}],
    ['it is a wildcard that means nothing', { sources: ['Work/*', 'Nobody/*', '*'] }],
    ['nothing is known of the account yet', { exclude: ['Silent/Private'] }],
    ['the account itself is gone: its blocks are to go', { sources: ['Gone/Main'] }],
    ['the rule is off', { sources: ['Work/Old'], enabled: false }],
  ])('is none where %s', (_why, more) => {
    expect(lost(more)).toEqual([]);
  });
});
