import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../shared/time/plain-date.ts';
import {
  firstSpan,
  isWholeDays,
  moveSpan,
  stretchSpan,
  type SpanGrid,
} from '../../../../renderer/calendar/span-moves.ts';

const zone = 'Europe/Berlin';
const hours: SpanGrid = { unit: 'halfHour', zone, hiddenDays: [] };
const workWeek: SpanGrid = { ...hours, hiddenDays: [0, 6] };
const days: SpanGrid = { unit: 'day', zone, hiddenDays: [] };
const at = (text: string): number => Date.parse(text);
const span = (from: string, to: string): { from: number; to: number } => ({
  from: at(from),
  to: at(to),
});

describe('a span that is selected by keys', () => {
  it('begins at the next half hour of today, and at the beginning of another day’s work', () => {
    const now = at('2026-11-25T10:20:00+01:00');
    expect(firstSpan(hours, plainDate('2026-11-25'), now, '08:00')).toEqual(
      span('2026-11-25T10:30:00+01:00', '2026-11-25T11:00:00+01:00'),
    );
    expect(firstSpan(hours, plainDate('2026-11-27'), now, '08:15')).toEqual(
      span('2026-11-27T08:15:00+01:00', '2026-11-27T08:45:00+01:00'),
    );
  });

  it('goes to the same time of another day across a change of the clocks', () => {
    const saturday = span('2026-03-28T10:00:00+01:00', '2026-03-28T11:00:00+01:00');
    expect(moveSpan(saturday, 'right', hours)).toEqual(
      span('2026-03-29T10:00:00+02:00', '2026-03-29T11:00:00+02:00'),
    );
  });

  it('leaps over days that a work week leaves out', () => {
    const friday = span('2026-11-27T10:00:00+01:00', '2026-11-27T11:00:00+01:00');
    const monday = span('2026-11-30T10:00:00+01:00', '2026-11-30T11:00:00+01:00');
    expect(moveSpan(friday, 'right', workWeek)).toEqual(monday);
    expect(moveSpan(monday, 'left', workWeek)).toEqual(friday);
  });

  it('never ends before it begins', () => {
    const shortest = span('2026-11-27T10:00:00+01:00', '2026-11-27T10:30:00+01:00');
    for (const move of ['up', 'left'] as const)
      expect(stretchSpan(shortest, move, hours)).toEqual(shortest);
    const day = span('2026-11-27T00:00:00+01:00', '2026-11-28T00:00:00+01:00');
    for (const move of ['up', 'left'] as const) expect(stretchSpan(day, move, days)).toEqual(day);
  });

  it('stays whole days in a month, a day of 25 hours among them', () => {
    const before = firstSpan(days, plainDate('2026-10-24'), 0, '08:00');
    const two = stretchSpan(before, 'right', days);
    expect(two).toEqual(span('2026-10-24T00:00:00+02:00', '2026-10-26T00:00:00+01:00'));
    const later = moveSpan(two, 'down', days);
    expect(later).toEqual(span('2026-10-31T00:00:00+01:00', '2026-11-02T00:00:00+01:00'));
    expect(isWholeDays(later, zone)).toBe(true);
  });
});
