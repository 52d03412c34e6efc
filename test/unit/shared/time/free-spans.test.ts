import { describe, expect, it } from 'vitest';
import { freeSpans } from '../../../../shared/time/free-spans.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Interval } from '../../../../shared/time/interval.ts';
import { isPaused, pauseEnd } from '../../../../shared/time/pause-end.ts';
import { workingSpans } from '../../../../shared/time/working-spans.ts';
import { at } from '../../../kit/event-builder.ts';

const span = (from: string, to: string): Interval => ({
  start: at(`2026-${from}Z`),
  end: at(`2026-${to}Z`),
});
const told = (spans: readonly Interval[]): string[] =>
  spans.map(({ start, end }) => `${toIso(start).slice(5, 16)} ${toIso(end).slice(5, 16)}`);
const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

describe('free spans', () => {
  const open = [span('05-04T08:00', '05-04T12:00')];

  it('are what nothing covers, if it is long enough', () => {
    const busy = [
      span('05-04T08:30', '05-04T09:00'),
      span('05-04T08:45', '05-04T10:00'),
      span('05-04T11:59', '05-04T13:00'),
    ];
    expect(told(freeSpans(open, busy, 60_000 * 30))).toEqual([
      '05-04T08:00 05-04T08:30',
      '05-04T10:00 05-04T11:59',
    ]);
    expect(told(freeSpans(open, busy, 60_000 * 60))).toEqual(['05-04T10:00 05-04T11:59']);
  });

  it('are everything where nobody is busy, and nothing where somebody always is', () => {
    expect(freeSpans(open, [], 1)).toEqual(open);
    expect(freeSpans(open, [span('05-04T00:00', '05-05T00:00')], 1)).toEqual([]);
  });
});

describe('working hours', () => {
  it('are those of working days, in the zone, cut to the span', () => {
    // Friday noon to Monday morning, as the clocks of Berlin go forward in between.
    const found = workingSpans(
      span('03-27T11:00', '03-30T10:00'),
      { from: '09:00', to: '17:00', days: week },
      'Europe/Berlin',
    );
    expect(told(found)).toEqual(['03-27T11:00 03-27T16:00', '03-30T07:00 03-30T10:00']);
  });

  it('that end before they begin reach into the next day', () => {
    const night = { from: '22:00', to: '06:00', days: ['mon'] as const };
    expect(told(workingSpans(span('05-05T00:00', '05-06T00:00'), night, 'UTC'))).toEqual([
      '05-05T00:00 05-05T06:00',
    ]);
  });
});

describe('a pause', () => {
  const now = at('2026-05-04T21:30:00Z');
  it.each([
    ['30min', '2026-05-04T22:00:00.000Z'],
    ['1h', '2026-05-04T22:30:00.000Z'],
    ['tomorrow', '2026-05-04T22:00:00.000Z'],
  ] as const)('of %s ends at %s', (length, end) => {
    const until = pauseEnd(length, now, 'Europe/Berlin');
    expect(until === 'resumed' ? until : toIso(until)).toBe(end);
  });

  it('holds until it is over, or for good', () => {
    expect(isPaused('resumed', now)).toBe(true);
    expect(isPaused(now + 1, now)).toBe(true);
    expect(isPaused(now, now)).toBe(false);
    expect(isPaused(null, now)).toBe(false);
  });
});
