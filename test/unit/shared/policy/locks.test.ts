import { describe, expect, it } from 'vitest';
import { locksOf } from '../../../../shared/policy/locks.ts';
import { locked, unmanagedPage } from '../../../window/fake-policy.ts';

describe('what the organisation takes out of the person’s hands', () => {
  it('is nothing where it decides nothing, or is not known yet', () => {
    for (const page of [null, unmanagedPage]) {
      const { exports, ownRules, provider } = locksOf(page);
      expect([exports, ownRules, provider('google')]).toEqual([null, null, null]);
    }
  });

  it('A3: is said with the policy that does it', () => {
    const { exports, ownRules, provider } = locksOf(locked);
    expect(exports).toContain('(DisableExport)');
    expect(ownRules).toContain('(OnlyPinnedRules)');
    expect([provider('microsoft'), provider('google')]).toEqual([
      null,
      expect.stringContaining('(AllowedProviders)'),
    ]);
  });

  it('A2: is everything that a policy may forbid, where one can’t be understood', () => {
    const { exports, ownRules, provider } = locksOf({ ...unmanagedPage, obstacles: ['x'] });
    expect([exports, provider('microsoft')].every((reason) => reason !== null)).toBe(true);
    expect(ownRules).toBeNull();
  });
});
