import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { HOUR, instant, MINUTE, toIso } from '../../../../shared/time/instant.ts';
import { addDays, plainDate } from '../../../../shared/time/plain-date.ts';
import {
  dateAt,
  instantAt,
  isZone,
  offsetAt,
  startOfDay,
  wallClock,
} from '../../../../shared/time/zone.ts';
import { at } from '../../../kit/event-builder.ts';

const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
);
const moment = fc
  .integer({ min: at('2010-01-01T00:00:00Z') / MINUTE, max: at('2035-01-01T00:00:00Z') / MINUTE })
  .map((minutes) => instant(minutes * MINUTE));
const day = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays(plainDate('2010-01-01'), n));
const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });

/** Another implementation's answer to the same question. */
function oracle(date: string, minute: number, timeZone: string): number {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

describe('the wall clock of a zone', () => {
  it('shows the date and time that another implementation shows', () => {
    fc.assert(
      fc.property(moment, zone, (when, name) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(when).toZonedDateTimeISO(name);
        expect(wallClock(when, name)).toEqual({
          date: expected.toPlainDate().toString(),
          weekday: expected.dayOfWeek - 1,
          minuteOfDay: expected.hour * 60 + expected.minute,
        });
        expect(dateAt(when, name)).toBe(expected.toPlainDate().toString());
        expect(offsetAt(when, name)).toBe(expected.offsetNanoseconds / 1e6);
      }),
    );
  });

  it('is read back as the instant that another implementation gives, gaps and overlaps included', () => {
    fc.assert(
      fc.property(day, minuteOfDay, zone, (date, minute, name) => {
        expect(instantAt(date, minute, name)).toBe(oracle(date, minute, name));
      }),
      { numRuns: 500 },
    );
  });

  it('comes back to the same instant, or to the first of two with that time', () => {
    fc.assert(
      fc.property(moment, zone, (when, name) => {
        const shown = wallClock(when, name);
        const back = instantAt(shown.date, shown.minuteOfDay, name);
        expect(wallClock(back, name)).toEqual(shown);
        expect(back).toBeLessThanOrEqual(when);
        expect(when - back).toBeLessThanOrEqual(HOUR);
      }),
    );
  });
});

describe('where clocks change', () => {
  const utc = (date: string, minute: number, name: string): string =>
    toIso(instantAt(plainDate(date), minute, name)).slice(0, 16);

  it.each([
    ['Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:30'],
    ['America/New_York', '2026-03-08', 150, '2026-03-08T07:30'],
    ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:45'],
  ])('%s takes a time in the gap on %s as far after the gap', (name, date, minute, expected) => {
    expect(utc(date, minute, name)).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01', 90, '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45'],
  ])('%s takes the first of a time that occurs twice on %s', (name, date, minute, expected) => {
    expect(utc(date, minute, name)).toBe(expected);
  });

  it.each([
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00'],
    ['Asia/Beirut', '2026-10-25', '2026-10-24T22:00'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00'],
  ])('%s begins the day of %s at its first instant', (name, date, expected) => {
    const start = startOfDay(plainDate(date), name);
    expect(toIso(start).slice(0, 16)).toBe(expected);
    expect(dateAt(start, name)).toBe(date);
    expect(dateAt(instant(start - 1), name)).toBe(addDays(plainDate(date), -1));
  });
});

describe('names of zones', () => {
  it.each(['Europe/Berlin', 'UTC', 'Asia/Kathmandu'])('%s is one', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each(['', 'W. Europe Standard Time', 'Mars/Olympus', 'Europe/Berlin; DROP'])(
    '"%s" is none, and is never taken for UTC in silence',
    (name) => {
      expect(isZone(name)).toBe(false);
      expect(() => offsetAt(at('2026-05-05T09:00Z'), name)).toThrow(RangeError);
    },
  );
});
