import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  parsePlainDate,
  plainDate,
} from '../../../../shared/time/plain-date.ts';

describe('a date', () => {
  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-00-10', '2026-1-1', '20260101', ''])(
    'is never "%s", which no calendar has',
    (text) => {
      expect(parsePlainDate(text)).toBeNull();
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  it('may be a leap day', () => {
    expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
    expect(addDays(plainDate('2028-02-28'), 2)).toBe('2028-03-01');
  });

  it('is as many days away as were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const from = plainDate('2026-05-05');
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});
