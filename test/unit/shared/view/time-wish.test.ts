import { describe, expect, it } from 'vitest';
import {
  beginOn,
  counts,
  isLastCounting,
  toggleCounting,
  type Wish,
} from '../../../../shared/view/time-wish.ts';

const wish: Wish = {
  minutes: 60,
  from: '2026-05-04',
  to: '2026-05-08',
  withinWorkingHours: true,
  calendars: [],
};
const all = ['a', 'b', 'c'];

describe('a wish for free time', () => {
  it('takes its end along where it begins after it', () => {
    expect(beginOn(wish, '2026-05-06')).toMatchObject({ from: '2026-05-06', to: '2026-05-08' });
    expect(beginOn(wish, '2026-05-11')).toMatchObject({ from: '2026-05-11', to: '2026-05-11' });
  });

  it('means all calendars by none, so that one added later counts, too', () => {
    const without = toggleCounting(wish, 'b', all);
    expect(without.calendars).toEqual(['a', 'c']);
    expect(all.map((key) => counts(without, key))).toEqual([true, false, true]);
    expect(toggleCounting(without, 'b', all).calendars).toEqual([]);
    expect(counts(wish, 'later')).toBe(true);
  });

  it('never turns the last calendar that counts into all of them', () => {
    const one = { ...wish, calendars: ['a'] };
    expect(isLastCounting(one, 'a')).toBe(true);
    expect(toggleCounting(one, 'a', all)).toEqual(one);
  });
});
