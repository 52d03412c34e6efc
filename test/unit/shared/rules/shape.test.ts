import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventTime } from '../../../../shared/model/event.ts';
import { instant, MINUTE, toIso } from '../../../../shared/time/instant.ts';
import { addDays, plainDate } from '../../../../shared/time/plain-date.ts';
import { wallClock } from '../../../../shared/time/zone.ts';
import { shape } from '../../../../shared/rules/shape.ts';
import { allDay, at, timed } from '../../../kit/event-builder.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { berlin, ruleOf } from './rule-builder.ts';

function blocks(time: EventTime, options: RuleInput['options'], zone = berlin): string[] {
  const shaped = shape(time, ruleOf({ options }).options, zone);
  if (shaped.kind === 'dropped') return [shaped.reason];
  const text = (moment: number | string): string =>
    typeof moment === 'string' ? moment : toIso(instant(moment)).slice(5, 16);
  return shaped.times.map(({ time: { start, end } }) => `${text(start)} ${text(end)}`);
}

const spanning = (start: string, end: string): EventTime => timed('A', 'x', start, end).time;
const days = (start: string, end: string): EventTime => allDay('A', 'x', start, end).time;

describe('buffers', () => {
  it('[R21] widen a block on the side they are for', () => {
    const time = spanning('2026-05-05T09:00Z', '2026-05-05T09:30Z');
    expect(blocks(time, { bufferBefore: 10 })).toEqual(['05-05T08:50 05-05T09:30']);
    expect(blocks(time, { bufferAfter: 240 })).toEqual(['05-05T09:00 05-05T13:30']);
  });

  it('[R21] count the minutes that pass where clocks change', () => {
    const time = spanning('2026-03-29T01:30Z', '2026-03-29T02:00Z');
    expect(blocks(time, { bufferBefore: 60 })).toEqual(['03-29T00:30 03-29T02:00']);
  });

  it('[R21] leave an all-day block as it is', () => {
    expect(blocks(days('2026-05-05', '2026-05-06'), { bufferBefore: 60, roundTo: 60 })).toEqual([
      '2026-05-05 2026-05-06',
    ]);
  });
});

describe('rounding', () => {
  const odd = spanning('2026-05-05T09:07Z', '2026-05-05T09:38Z');

  it.each([
    [0, berlin, '05-05T09:07 05-05T09:38'],
    [5, berlin, '05-05T09:05 05-05T09:40'],
    [15, berlin, '05-05T09:00 05-05T09:45'],
    [30, berlin, '05-05T09:00 05-05T10:00'],
    [60, berlin, '05-05T09:00 05-05T10:00'],
    [15, 'Asia/Kathmandu', '05-05T09:00 05-05T09:45'],
    [30, 'Asia/Kathmandu', '05-05T08:45 05-05T09:45'],
    [60, 'Asia/Kathmandu', '05-05T08:15 05-05T10:15'],
    [60, 'Asia/Kolkata', '05-05T08:30 05-05T10:30'],
    [60, 'America/St_Johns', '05-05T08:30 05-05T10:30'],
    [60, 'Pacific/Chatham', '05-05T08:15 05-05T10:15'],
  ] as const)('[R22] to %i minutes in %s goes to the full step: %s', (roundTo, zone, expected) => {
    expect(blocks(odd, { roundTo }, zone)).toEqual([expected]);
  });

  it('[R22] leaves what is on the step already', () => {
    const even = spanning('2026-05-05T09:15Z', '2026-05-05T10:15Z');
    expect(blocks(even, { roundTo: 60 }, 'Asia/Kathmandu')).toEqual(['05-05T09:15 05-05T10:15']);
  });

  it('[R22] comes after the buffers', () => {
    const options = { bufferBefore: 10, roundTo: 15 as const };
    expect(blocks(odd, options)).toEqual(['05-05T08:45 05-05T09:45']);
  });

  it('[R22] never uncovers a minute, never adds a step, and lands on the wall clock', () => {
    const zones = ['Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Adelaide'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones, 'America/St_Johns', 'Pacific/Chatham', 'Africa/Casablanca'),
        fc.constantFrom(5 as const, 15 as const, 30 as const, 60 as const),
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.integer({ min: 1, max: 3_000 }),
        (zone, roundTo, from, length) => {
          const start = instant(at('2026-01-01T00:00:00Z') + from * MINUTE);
          const end = instant(start + length * MINUTE);
          const options = ruleOf({ options: { roundTo } }).options;
          const shaped = shape({ kind: 'timed', start, end }, options, zone);
          const [one] = shaped.kind === 'shaped' ? shaped.times : [];
          if (one?.time.kind !== 'timed') throw new Error('no block');
          expect(one.time.start).toBeLessThanOrEqual(start);
          expect(one.time.end).toBeGreaterThanOrEqual(end);
          expect(start - one.time.start).toBeLessThan(roundTo * MINUTE);
          expect(one.time.end - end).toBeLessThan(roundTo * MINUTE);
          expect(wallClock(one.time.start, zone).minuteOfDay % roundTo).toBe(0);
          expect(wallClock(one.time.end, zone).minuteOfDay % roundTo).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('all-day events', () => {
  const week = days('2026-05-01', '2026-05-06');

  it('[R23] stay whole days, in every zone the same', () => {
    for (const zone of [berlin, 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      expect(blocks(week, {}, zone)).toEqual(['2026-05-01 2026-05-06']);
  });

  it('[R23] are left out where the rule says so', () => {
    expect(blocks(week, { allDay: 'skip' })).toEqual(['allDaySkipped']);
  });

  it('[R24] become one block in working hours for each day that is worked', () => {
    expect(blocks(week, { allDay: 'workingHours' })).toEqual([
      '05-01T07:00 05-01T15:00',
      '05-04T07:00 05-04T15:00',
      '05-05T07:00 05-05T15:00',
    ]);
  });

  it('[R24] are left out where no day is worked', () => {
    expect(blocks(days('2026-05-02', '2026-05-04'), { allDay: 'workingHours' })).toEqual([
      'allDaySkipped',
    ]);
  });

  it('[R24] keep to the wall clock where clocks change', () => {
    const workingHours = { from: '02:30', to: '10:00', days: ['sat' as const, 'sun' as const] };
    expect(
      blocks(days('2026-03-28', '2026-03-30'), { allDay: 'workingHours', workingHours }),
    ).toEqual(['03-28T01:30 03-28T09:00', '03-29T01:00 03-29T08:00']);
    expect(
      blocks(days('2026-10-24', '2026-10-26'), { allDay: 'workingHours', workingHours }),
    ).toEqual(['10-24T00:30 10-24T08:00', '10-25T00:30 10-25T09:00']);
  });

  it.each([
    ['the hour that is skipped', '2027-03-28', '02:15', '03:15', ['03-28T01:00 03-28T01:15']],
    ['nothing but what is skipped', '2027-03-28', '02:15', '02:45', ['allDaySkipped']],
    ['the hour that comes twice', '2027-10-31', '01:00', '02:30', ['10-30T23:00 10-31T01:30']],
  ])('[R24] are what the clocks show of %s', (_, day, from, to, expected) => {
    const workingHours = { from, to, days: ['sun' as const] };
    const sunday = days(day, addDays(plainDate(day), 1));
    expect(blocks(sunday, { allDay: 'workingHours', workingHours })).toEqual(expected);
  });

  it('[R24] keep to the zone that the rule names', () => {
    const options = { allDay: 'workingHours' as const, workingHours: { zone: 'Asia/Kathmandu' } };
    expect(blocks(days('2026-05-05', '2026-05-06'), options)).toEqual(['05-05T03:15 05-05T11:15']);
  });

  it('[R24] tell their days apart, so that each keeps its own block', () => {
    const { options } = ruleOf({ options: { allDay: 'workingHours' } });
    const shaped = shape(week, options, berlin);
    expect(shaped.kind === 'shaped' ? shaped.times.map(({ day }) => day) : []).toEqual(
      ['2026-05-01', '2026-05-04', '2026-05-05'].map(plainDate),
    );
  });

  it('[R25] are cut after 366 days, however long a stranger made them', () => {
    const ages = days('2026-01-01', '9999-12-31');
    expect(blocks(ages, {})).toEqual(['2026-01-01 2027-01-02']);
    expect(blocks(ages, { allDay: 'workingHours' })).toHaveLength(262);
  });
});
