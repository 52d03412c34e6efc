import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../../shared/time/all-day.ts';
import { HOUR, toIso } from '../../../../shared/time/instant.ts';
import { windowAt } from '../../../../shared/time/window.ts';
import type { Interval } from '../../../../shared/time/interval.ts';
import { allDay, at, timed } from '../../../kit/event-builder.ts';

const text = ({ start, end }: Interval): string =>
  `${toIso(start).slice(0, 16)} ${toIso(end).slice(0, 16)}`;

describe('when an event happens', () => {
  it.each([
    ['UTC', '2026-05-05T00:00 2026-05-06T00:00'],
    ['Europe/Berlin', '2026-05-04T22:00 2026-05-05T22:00'],
    ['America/New_York', '2026-05-05T04:00 2026-05-06T04:00'],
    ['Asia/Kathmandu', '2026-05-04T18:15 2026-05-05T18:15'],
    ['Pacific/Kiritimati', '2026-05-04T10:00 2026-05-05T10:00'],
    ['Pacific/Pago_Pago', '2026-05-05T11:00 2026-05-06T11:00'],
  ])('is for an all-day event its day in %s', (zone, expected) => {
    expect(text(spanOf(allDay('A', 'x', '2026-05-05', '2026-05-06').time, zone))).toBe(expected);
  });

  it.each([
    ['2026-03-29', '2026-03-30', 23],
    ['2026-10-25', '2026-10-26', 25],
    ['2026-03-28', '2026-03-31', 71],
  ])('is for all of %s to %s the hours those days have', (start, end, hours) => {
    const span = spanOf(allDay('A', 'x', start, end).time, 'Europe/Berlin');
    expect((span.end - span.start) / HOUR).toBe(hours);
  });

  it('is for a timed event the same everywhere', () => {
    const { time } = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T10:00Z');
    expect(spanOf(time, 'Asia/Tokyo')).toEqual(spanOf(time, 'America/New_York'));
  });
});

describe('the window', () => {
  const days = { pastDays: 1, futureDays: 90 };

  it('goes from the start of yesterday to the end of the last day ahead, in the zone of the user', () => {
    expect(text(windowAt(at('2026-05-05T08:00Z'), 'Europe/Berlin', days))).toBe(
      '2026-05-03T22:00 2026-08-03T22:00',
    );
    expect(text(windowAt(at('2026-05-05T22:30Z'), 'Asia/Tokyo', days))).toBe(
      '2026-05-04T15:00 2026-08-04T15:00',
    );
  });

  it('stays where it is until midnight, and moves by a day then', () => {
    const morning = windowAt(at('2026-05-04T22:00:00Z'), 'Europe/Berlin', days);
    const night = windowAt(at('2026-05-05T21:59:59Z'), 'Europe/Berlin', days);
    const next = windowAt(at('2026-05-05T22:00:00Z'), 'Europe/Berlin', days);
    expect(night).toEqual(morning);
    expect(next.start - morning.start).toBe(24 * HOUR);
  });

  it('keeps to whole days over a change of clocks', () => {
    const across = windowAt(at('2026-03-29T08:00Z'), 'Europe/Berlin', {
      pastDays: 1,
      futureDays: 0,
    });
    expect(text(across)).toBe('2026-03-27T23:00 2026-03-29T22:00');
  });
});
