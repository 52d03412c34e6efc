import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  lastStart,
  seriesStarts,
  startsBefore,
} from '../../../../../electron/simulator/world/series.ts';
import type { WorldTime } from '../../../../../electron/simulator/world/types.ts';

const vector = z.object({ rrule: z.string(), dtstart: z.string(), instances: z.array(z.string()) });
type Vector = z.infer<typeof vector>;

const consensus = new URL('../../../../../../shared/vectors/rrule-consensus.json', import.meta.url);

/** Worked out by hand with a wall calendar; used where the consensus of other engines is not at hand. */
const ownVectors: readonly Vector[] = [
  {
    rrule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=3',
    dtstart: '20260310T090000',
    instances: ['20260310T090000', '20260414T090000', '20260512T090000'],
  },
  {
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3',
    dtstart: '20260131T090000',
    instances: ['20260131T090000', '20260331T090000', '20260531T090000'],
  },
  {
    rrule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2',
    dtstart: '20260227',
    instances: ['20260227', '20260327'],
  },
  {
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4',
    dtstart: '20260106T090000',
    instances: ['20260106T090000', '20260108T090000', '20260120T090000', '20260122T090000'],
  },
  {
    rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2',
    dtstart: '20240229',
    instances: ['20240229', '20280229'],
  },
];

const vectors = existsSync(consensus)
  ? z.array(vector).parse(JSON.parse(readFileSync(consensus, 'utf8')))
  : ownVectors;

function dashed(text: string): string {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return text.length === 8
    ? date
    : `${date}T${text.slice(9, 11)}:${text.slice(11, 13)}:${text.slice(13, 15)}`;
}

function timeOf(dtstart: string, zone: string): WorldTime {
  const start = dashed(dtstart);
  return start.length === 10
    ? { kind: 'allDay', start, end: start }
    : { kind: 'timed', start, end: start, zone };
}

const berlin = (start: string): WorldTime => ({
  kind: 'timed',
  start,
  end: start,
  zone: 'Europe/Berlin',
});
const from = Date.parse('1990-01-01');
const to = Date.parse('2060-01-01');
const walls = (time: WorldTime, rrule: string, start = from, end = to): readonly string[] =>
  seriesStarts(time, rrule, start, end).map(({ wall }) => wall);

describe('a series', () => {
  it.each(vectors.map((one) => [`${one.rrule} from ${one.dtstart}`, one] as const))(
    'repeats as other engines repeat it: %s',
    (_, { rrule, dtstart, instances }) => {
      expect(walls(timeOf(dtstart, 'UTC'), rrule)).toEqual(instances.map(dashed));
      expect(walls(timeOf(dtstart, 'Europe/London'), rrule)).toEqual(instances.map(dashed));
    },
  );

  it('keeps its wall-clock time over both daylight-saving changes', () => {
    const rrule = 'FREQ=WEEKLY;BYDAY=MO';
    const keys = (start: string, end: string) =>
      seriesStarts(berlin('2026-01-05T09:00:00'), rrule, Date.parse(start), Date.parse(end)).map(
        ({ key }) => key,
      );
    expect(keys('2026-03-22', '2026-04-01')).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
    expect(keys('2026-10-18', '2026-10-28')).toEqual([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  it('leaves out a start that the clocks skip, and takes the first of an hour that comes twice', () => {
    expect(walls(berlin('2026-03-28T02:30:00'), 'FREQ=DAILY;COUNT=3')).not.toContain(
      '2026-03-29T02:30:00',
    );
    const [, twice] = seriesStarts(berlin('2026-10-24T02:30:00'), 'FREQ=DAILY;COUNT=3', from, to);
    expect(twice?.key).toBe('2026-10-25T00:30:00.000Z');
  });

  it('ends before the end of the window, not on it', () => {
    const daily = 'FREQ=DAILY';
    const time = timeOf('20260101T000000', 'UTC');
    expect(walls(time, daily, Date.parse('2026-01-02'), Date.parse('2026-01-04'))).toEqual([
      '2026-01-02T00:00:00',
      '2026-01-03T00:00:00',
    ]);
  });

  it('shows the same occurrences however the window is cut', () => {
    const rules = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=9'];
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 4 }),
        (rrule, cuts) => {
          const time = berlin('2026-01-08T23:30:00');
          const start = Date.parse('2026-01-01');
          const end = Date.parse('2027-02-10');
          const edges = [start, ...cuts.map((hours) => start + hours * 3_600_000), end].sort(
            (a, b) => a - b,
          );
          const parts = edges.slice(1).flatMap((edge, i) => walls(time, rrule, edges[i], edge));
          expect(parts).toEqual(walls(time, rrule, start, end));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('knows its last start by count, by date, and that an endless one has none', () => {
    const time = timeOf('20260105T090000', 'UTC');
    expect(lastStart(time, 'FREQ=DAILY;COUNT=3')).toBe(Date.parse('2026-01-07T09:00:00Z'));
    expect(lastStart(time, 'FREQ=DAILY;UNTIL=20260107T090000Z')).toBe(
      Date.parse('2026-01-07T09:00:00Z'),
    );
    expect(lastStart(time, 'FREQ=DAILY')).toBeNull();
  });

  it('counts the starts before an instant, without the one on it', () => {
    const time = timeOf('20260105T090000', 'UTC');
    expect(startsBefore(time, 'FREQ=DAILY', Date.parse('2026-01-08T09:00:00Z'))).toBe(3);
    expect(startsBefore(time, 'FREQ=DAILY;COUNT=2', to)).toBe(2);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=DAILY;BYHOUR=1,2', 'FREQ=SOMETIMES', '', 'FREQ=DAILY;UNTIL=x'])(
    'refuses a rule that no calendar offers: %s',
    (rrule) => {
      expect(() => walls(berlin('2026-01-05T09:00:00'), rrule)).toThrow(
        expect.objectContaining({ code: 'badRule' }),
      );
    },
  );

  it('counts backwards from the ends of months, where some engines never return', () => {
    const rrule = 'FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=5';
    const start = timeOf('20200101T090000', 'UTC');
    expect(walls(start, rrule).map((wall) => wall.slice(0, 10))).toEqual([
      '2020-01-30',
      '2020-01-31',
      '2020-02-28',
      '2020-02-29',
      '2020-03-30',
    ]);
    expect(lastStart(start, rrule)).toBe(Date.parse('2020-03-30T09:00:00Z'));
  });

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6',
  ])('finds that a rule never occurs, where engines search for minutes: %s', (rrule) => {
    const start = timeOf('20200101T090000', 'UTC');
    expect(walls(start, rrule)).toEqual([]);
    expect(lastStart(start, rrule)).toBeNull();
  });
});
