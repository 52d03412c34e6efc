import { describe, expect, it } from 'vitest';
import { instant, parseInstant, toIso } from '../../../../shared/time/instant.ts';

describe('an instant', () => {
  it.each([
    ['2026-05-04T09:00:00Z', '2026-05-04T09:00:00.000Z'],
    ['2026-05-04T09:00Z', '2026-05-04T09:00:00.000Z'],
    ['2026-05-04T09:00:00.1234567Z', '2026-05-04T09:00:00.123Z'],
    ['2026-05-04T09:00:00+05:45', '2026-05-04T03:15:00.000Z'],
    ['2026-05-04T09:00:00-03:30', '2026-05-04T12:30:00.000Z'],
  ])('is read from %s', (text, iso) => {
    const found = parseInstant(text);
    expect(found === null ? null : toIso(found)).toBe(iso);
  });

  it.each([
    ['2026-05-04T09:00:00', 'it states no offset: it would mean another time on each machine'],
    ['2026-05-04', 'it is a date'],
    ['2026-13-04T09:00:00Z', 'no month has that number'],
    ['2026-05-04T25:00:00Z', 'no day has that hour'],
    ['tomorrow', 'it is no time'],
    ['', 'it is empty'],
  ])('is not read from "%s", since %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it.each([Number.NaN, Infinity, 0.5, 2 ** 60])('is never %d', (ms) => {
    expect(() => instant(ms)).toThrow(RangeError);
  });
});
