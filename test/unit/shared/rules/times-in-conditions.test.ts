import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../../shared/model/event.ts';
import { allDay, timed } from '../../../kit/event-builder.ts';
import { berlin, holds } from './rule-builder.ts';

const spanning = (start: string, end: string): CalendarEvent => timed('A', 'x', start, end);

function inWindow(event: CalendarEvent, from: string, to: string, zone?: string): boolean {
  return holds({ timeOfDay: { from, to, ...(zone === undefined ? {} : { zone }) } }, event, berlin);
}

describe('weekdays', () => {
  /** Sunday 23:30 in Berlin, Monday 06:30 in Tokyo. */
  const late = spanning('2026-05-03T21:30Z', '2026-05-03T22:30Z');

  it('[R10] are those of the start in the zone of the user', () => {
    expect(holds({ weekday: { days: ['sun'] } }, late)).toBe(true);
    expect(holds({ weekday: { days: ['mon'] } }, late)).toBe(false);
    expect(holds({ weekday: { days: ['mon'] } }, late, 'Asia/Tokyo')).toBe(true);
  });

  it('[R10] are those of the zone that the rule names, wherever the user is', () => {
    const days = ['mon' as const];
    expect(holds({ weekday: { days, zone: 'Asia/Tokyo' } }, late, 'America/New_York')).toBe(true);
    expect(holds({ weekday: { days, zone: berlin } }, late, 'Asia/Tokyo')).toBe(false);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Tokyo'])(
    '[R10] of an all-day event are the same in %s as anywhere',
    (zone) => {
      const tuesday = allDay('A', 'x', '2026-05-05', '2026-05-06');
      expect(holds({ weekday: { days: ['tue'] } }, tuesday, zone)).toBe(true);
      expect(holds({ weekday: { days: ['mon', 'wed'] } }, tuesday, zone)).toBe(false);
    },
  );
});

describe('times of day', () => {
  it.each([
    ['inside', '2026-05-05T08:00Z', '2026-05-05T09:00Z', true],
    ['over its start', '2026-05-05T06:30Z', '2026-05-05T07:30Z', true],
    ['over its end', '2026-05-05T14:30Z', '2026-05-05T15:30Z', true],
    ['around it', '2026-05-05T04:00Z', '2026-05-05T20:00Z', true],
    ['ending as it begins', '2026-05-05T06:00Z', '2026-05-05T07:00Z', false],
    ['beginning as it ends', '2026-05-05T15:00Z', '2026-05-05T16:00Z', false],
    ['in the evening', '2026-05-05T18:00Z', '2026-05-05T19:00Z', false],
    ['through the night until morning', '2026-05-05T16:00Z', '2026-05-06T07:01Z', true],
  ])('[R11] 09:00 to 17:00 and an event %s', (_, start, end, expected) => {
    expect(inWindow(spanning(start, end), '09:00', '17:00')).toBe(expected);
  });

  it.each([
    ['before midnight', '2026-05-05T20:30Z', '2026-05-05T21:00Z', true],
    ['after midnight', '2026-05-06T03:30Z', '2026-05-06T03:45Z', true],
    ['at noon', '2026-05-05T10:00Z', '2026-05-05T11:00Z', false],
    ['up to its start', '2026-05-05T19:00Z', '2026-05-05T20:00Z', false],
    ['from its end on', '2026-05-06T04:00Z', '2026-05-06T05:00Z', false],
  ])('[R11] 22:00 to 06:00 crosses midnight: an event %s', (_, start, end, expected) => {
    expect(inWindow(spanning(start, end), '22:00', '06:00')).toBe(expected);
  });

  it('[R11] from a time to the same time is the whole day', () => {
    expect(inWindow(spanning('2026-05-05T10:00Z', '2026-05-05T10:15Z'), '00:00', '00:00')).toBe(
      true,
    );
  });

  it('[R11] are those of the zone that the rule names', () => {
    const event = spanning('2026-05-05T01:00Z', '2026-05-05T02:00Z');
    expect(inWindow(event, '10:00', '11:00', 'Asia/Tokyo')).toBe(true);
    expect(inWindow(event, '10:00', '11:00')).toBe(false);
    expect(inWindow(event, '06:45', '07:00', 'Asia/Kathmandu')).toBe(true);
    expect(inWindow(event, '06:15', '06:45', 'Asia/Kathmandu')).toBe(false);
  });

  it.each([
    ['05:30 to 05:45 on the day that is too short', '2026-03-29T03:30Z', '2026-03-29T03:45Z', true],
    [
      '06:30 to 06:45 on the day that is too short',
      '2026-03-29T04:30Z',
      '2026-03-29T04:45Z',
      false,
    ],
    ['05:30 to 05:45 on the day that is too long', '2026-10-25T04:30Z', '2026-10-25T04:45Z', true],
    ['06:30 to 06:45 on the day that is too long', '2026-10-25T05:30Z', '2026-10-25T05:45Z', false],
  ])('[R11] follow the wall clock where clocks change: %s', (_, start, end, expected) => {
    const event = spanning(start, end);
    expect(inWindow(event, '22:00', '06:00')).toBe(expected);
    expect(inWindow(event, '00:00', '06:00')).toBe(expected);
  });

  it.each([
    ['2027-03-28T01:00Z', '2027-03-28T01:10Z', '02:15', '03:15', true],
    ['2027-03-28T01:00Z', '2027-03-28T01:10Z', '01:00', '02:30', false],
    ['2027-03-28T00:30Z', '2027-03-28T01:30Z', '02:15', '02:45', false],
    ['2027-03-28T00:30Z', '2027-03-28T01:30Z', '22:00', '03:10', true],
    ['2027-03-27T01:50Z', '2027-03-28T02:50Z', '02:15', '02:45', false],
    ['2027-10-31T00:30Z', '2027-10-31T00:35Z', '02:30', '02:45', true],
    ['2027-10-31T01:30Z', '2027-10-31T01:35Z', '02:30', '02:45', true],
    ['2027-10-31T01:10Z', '2027-10-31T01:20Z', '01:00', '02:30', true],
    ['2027-10-31T01:40Z', '2027-10-31T01:50Z', '01:00', '02:30', false],
    ['2027-10-31T00:50Z', '2027-10-31T01:10Z', '02:15', '02:45', false],
  ])(
    '[R11] are what the clocks show where they skip or repeat an hour: %s to %s and %s to %s',
    (start, end, from, to, expected) => {
      expect(inWindow(spanning(start, end), from, to)).toBe(expected);
    },
  );

  it('[R11] are all met by an all-day event, also on a day of 23 or 25 hours', () => {
    for (const [start, end] of [
      ['2026-03-29', '2026-03-30'],
      ['2026-10-25', '2026-10-26'],
      ['2026-05-05', '2026-05-08'],
    ] as const) {
      const event = allDay('A', 'x', start, end);
      expect(inWindow(event, '02:15', '02:45')).toBe(true);
      expect(inWindow(event, '00:00', '00:15')).toBe(true);
      expect(inWindow(event, '23:45', '23:59')).toBe(true);
      expect(inWindow(event, '09:00', '17:00')).toBe(true);
    }
  });
});

describe('durations', () => {
  it('[R12] count the minutes that pass where clocks change', () => {
    const night = spanning('2026-03-29T00:00Z', '2026-03-29T02:00Z');
    expect(holds({ duration: { min: 120, max: 120 } }, night)).toBe(true);
  });

  it.each([
    ['2026-03-29', '2026-03-30', 1],
    ['2026-10-25', '2026-10-26', 1],
    ['2026-03-28', '2026-03-31', 3],
  ])('[R12] count 24 hours for each day from %s to %s', (start, end, days) => {
    const minutes = days * 24 * 60;
    expect(holds({ duration: { min: minutes, max: minutes } }, allDay('A', 'x', start, end))).toBe(
      true,
    );
  });
});
