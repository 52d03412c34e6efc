import { describe, expect, it } from 'vitest';
import { monthShare } from '../../../../renderer/calendar/month-share.ts';
import type { Entry } from '../../../../renderer/calendar/entries.ts';
import { plainDate } from '../../../../shared/time/plain-date.ts';

const zone = 'Europe/Berlin';
const days = { start: plainDate('2026-10-19'), end: plainDate('2026-10-31') };

function timed(start: string, end: string): Entry {
  const at = Date.parse;
  return entry(start, { kind: 'timed', start: at(start), end: at(end) });
}

function entry(id: string, time: Entry['time']): Entry {
  return {
    id,
    time,
    title: id,
    location: null,
    color: '#000000',
    look: 'event',
    weight: 'firm',
    conflict: false,
    private: false,
    recurring: false,
    calendar: 'acme:calendar',
    note: '',
    shadows: 0,
    item: null,
  };
}

const hourly = (date: string, count: number): Entry[] =>
  Array.from({ length: count }, (_, hour) => {
    const text = String(hour).padStart(2, '0');
    return timed(`${date}T${text}:00:00Z`, `${date}T${text}:20:00Z`);
  });

describe('what a month is drawn of', () => {
  it('is everything, as long as no day holds more than its cell could show', () => {
    const entries = [...hourly('2026-10-20', 8), ...hourly('2026-10-21', 8)];
    const share = monthShare(entries, days, zone, 8);
    expect(share.entries).toHaveLength(16);
    expect(share.left.size).toBe(0);
  });

  it('is the earliest of a full day, and the rest is counted', () => {
    const entries = hourly('2026-10-20', 12).toReversed();
    const share = monthShare(entries, days, zone, 8);
    expect(share.entries.map(({ id }) => id)).toEqual(hourly('2026-10-20', 8).map(({ id }) => id));
    expect([...share.left]).toEqual([['2026-10-20', 4]]);
  });

  it('leaves out no whole day and nothing that goes over midnight, which another day may show', () => {
    const whole = entry('whole', {
      kind: 'allDay',
      start: plainDate('2026-10-20'),
      end: plainDate('2026-10-22'),
    });
    const night = timed('2026-10-20T21:00:00Z', '2026-10-21T05:00:00Z');
    const share = monthShare([...hourly('2026-10-20', 12), night, whole], days, zone, 8);
    expect(share.entries).toHaveLength(10);
    expect(share.entries).toEqual(expect.arrayContaining([night, whole]));
  });

  it('counts by the zone’s days, one of 25 hours among them', () => {
    // The clocks go back on the 25th: 23:30 in Berlin is 22:30 in UTC, of that day still.
    const late = timed('2026-10-25T22:30:00Z', '2026-10-25T22:45:00Z');
    const next = timed('2026-10-25T23:30:00Z', '2026-10-25T23:45:00Z');
    const share = monthShare([late, next], days, zone, 0);
    expect([...share.left]).toEqual([
      ['2026-10-25', 1],
      ['2026-10-26', 1],
    ]);
  });
});
