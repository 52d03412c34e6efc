import { describe, expect, it } from 'vitest';
import { blockTargets } from '../../../../shared/view/block-targets.ts';

const writable = ['a', 'b', 'c'];

describe('where “Block me now” writes', () => {
  it.each([
    ['the targets of rules that are on', null, ['c', 'x'], ['c']],
    ['everything that can be written, without a rule', null, [], writable],
    ['what was chosen, whatever the rules say', ['b'], ['c'], ['b']],
    ['nowhere, where nothing of the choice is left', ['x'], ['c'], []],
  ])('is %s', (_, chosen, ruleTargets, expected) => {
    expect(blockTargets({ chosen, writable, ruleTargets })).toEqual(expected);
  });
});
