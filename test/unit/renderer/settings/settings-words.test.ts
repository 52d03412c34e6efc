import { describe, expect, it } from 'vitest';
import { horizonChoices, sayZone } from '../../../../renderer/settings/settings-words.ts';
import {
  addZone,
  hoursProblem,
  isLastTarget,
  onDays,
  removeZone,
  toggleTarget,
  unlocksErase,
  withValue,
} from '../../../../shared/view/settings-choice.ts';

describe('settings', () => {
  it('offer a value that is none of the usual ones', () => {
    expect(withValue(horizonChoices, 90)).toBe(horizonChoices);
    expect(withValue(horizonChoices, 45).map(({ value }) => value)).toEqual([
      30, 45, 60, 90, 180, 365, 730,
    ]);
  });

  it('take working hours that end later than they begin', () => {
    expect(hoursProblem({ from: '09:00', to: '17:00', days: [] })).toBeNull();
    expect(hoursProblem({ from: '17:00', to: '09:00', days: [] })).not.toBeNull();
    expect(hoursProblem({ from: '', to: '09:00', days: [] })).not.toBeNull();
  });

  it('keep one working day at least', () => {
    const hours = { from: '09:00', to: '17:00', days: ['mon' as const] };
    expect(onDays(hours, ['tue']).days).toEqual(['tue']);
    expect(onDays(hours, [])).toEqual(hours);
  });

  it('keep one calendar at least for “Block me now”', () => {
    expect(toggleTarget(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggleTarget(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggleTarget(['b'], 'b')).toEqual(['b']);
    expect([isLastTarget(['b'], 'b'), isLastTarget(['b'], 'a')]).toEqual([true, false]);
  });

  it('take three further zones at most', () => {
    expect(addZone(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(addZone(['a', 'b', 'c'], 'd')).toEqual(['a', 'b', 'c']);
    expect(addZone(['a', 'b'], 'b')).toEqual(['a', 'b']);
    expect(removeZone(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });

  it('say what a zone means', () => {
    const november = Date.parse('2026-11-24T00:00Z');
    expect(sayZone('America/New_York', november)).toBe('America/New York (UTC-05:00)');
    expect(sayZone('UTC', november)).toBe('UTC (UTC+00:00)');
  });

  it('erase only after the word was typed', () => {
    expect([unlocksErase(' erase '), unlocksErase('eras')]).toEqual([true, false]);
  });
});
