import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../../shared/model/default-options.ts';
import { withOption } from '../../../../shared/rules/options-edit.ts';
import { parseRuleSet } from '../../../../shared/rules/rule-set.ts';

const merging = { ...defaultOptions, merge: true, mergeGap: 15 };

describe('an option set in the editor', () => {
  it('takes the gap with it when merging is switched off, so that the rule can be saved', () => {
    const next = withOption(merging, 'merge', false);
    expect(next).toEqual(defaultOptions);
    const canBeSaved = (options: typeof next): boolean =>
      parseRuleSet([{ id: 'a', sources: ['*'], targets: ['Work/Calendar'], options }]).ok;
    expect(canBeSaved(next)).toBe(true);
    expect(canBeSaved({ ...merging, merge: false })).toBe(false);
  });

  it('leaves all others as they are', () => {
    expect(withOption(merging, 'roundTo', 30)).toEqual({ ...merging, roundTo: 30 });
    expect(withOption(merging, 'merge', true)).toEqual(merging);
  });
});
