import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../shared/time/plain-date.ts';
import { sayAgo, sayMoment, sayTimes, sayWhen } from '../../../../shared/view/say-when.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const timed = (start: string, end: string) =>
  ({ kind: 'timed', start: at(start), end: at(end) }) as const;

describe('when something happens', () => {
  it('is told in the zone of the reader', () => {
    expect(sayWhen(timed('2026-11-24T08:00Z', '2026-11-24T09:30Z'), zone)).toBe(
      'Tue 24 Nov, 09:00–10:30',
    );
    expect(sayTimes(timed('2026-11-24T08:00Z', '2026-11-24T09:30Z'), 'Asia/Kolkata')).toBe(
      '13:30–15:00',
    );
  });

  it('names both days over midnight, which is 00:00', () => {
    expect(sayWhen(timed('2026-11-24T22:00Z', '2026-11-25T00:30Z'), zone)).toBe(
      'Tue 24 Nov, 23:00 – Wed 25 Nov, 01:30',
    );
    expect(sayTimes(timed('2026-11-24T22:00Z', '2026-11-24T23:00Z'), zone)).toBe('23:00–00:00');
  });

  it('has days whose last one is meant', () => {
    const days = (start: string, end: string) =>
      sayWhen({ kind: 'allDay', start: plainDate(start), end: plainDate(end) }, zone);
    expect(days('2026-12-24', '2026-12-25')).toBe('Thu 24 Dec');
    expect(days('2026-12-24', '2026-12-27')).toBe('Thu 24 Dec – Sat 26 Dec');
  });

  it('is told from now where it is not long ago', () => {
    const now = at('2026-11-24T12:00Z');
    expect(sayAgo(now - 30_000, now, zone)).toBe('just now');
    expect(sayAgo(now - 60_000, now, zone)).toBe('1 minute ago');
    expect(sayAgo(now - 5 * 3_600_000, now, zone)).toBe('5 hours ago');
    expect(sayAgo(now - 30 * 3_600_000, now, zone)).toBe('23 Nov 2026, 07:00');
    expect(sayMoment(now, zone)).toBe('24 Nov 2026, 13:00');
  });
});
