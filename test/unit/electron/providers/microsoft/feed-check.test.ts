import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../../../electron/providers/microsoft/feed-check.ts';
import { eventIdOf } from '../../../../../shared/model/ids.ts';
import { interval } from '../../../../../shared/time/interval.ts';
import { plainDate } from '../../../../../shared/time/plain-date.ts';
import type { EventTime } from '../../../../../shared/model/event.ts';
import { at } from '../../../../kit/event-builder.ts';

const window = interval(at('2026-05-01T00:00Z'), at('2026-06-01T00:00Z'));
const allDay: EventTime = {
  kind: 'allDay',
  start: plainDate('2026-05-20'),
  end: plainDate('2026-05-21'),
};

/** A row of the feed for an occurrence: no more than its id, type and times (providers.md 1.x). */
function stub(start: string, end: string): unknown {
  const moment = (dateTime: string): object => ({ dateTime, timeZone: 'UTC' });
  return { id: 'one', type: 'occurrence', start: moment(start), end: moment(end) };
}

const judge = (row: unknown): readonly string[] =>
  disagreements([row], new Map([[eventIdOf('one'), { time: allDay, showAs: 'busy' }]]), window);

describe('[security F8] the feed’s row for an occurrence that lasts a whole day', () => {
  it.each([
    ['UTC', '2026-05-20T00:00:00', '2026-05-21T00:00:00'],
    ['Berlin', '2026-05-19T22:00:00', '2026-05-20T22:00:00'],
    ['Honolulu', '2026-05-20T10:00:00', '2026-05-21T10:00:00'],
    ['Kiritimati', '2026-05-19T10:00:00', '2026-05-20T10:00:00'],
  ])('agrees with its days, told as midnights of %s', (_zone, start, end) => {
    expect(judge(stub(start, end))).toEqual([]);
  });

  it.each([
    ['another day', '2026-05-20T22:00:00', '2026-05-21T22:00:00'],
    ['two days', '2026-05-19T22:00:00', '2026-05-21T22:00:00'],
    ['some hours', '2026-05-20T07:00:00', '2026-05-20T09:00:00'],
  ])('disagrees where it tells of %s', (_what, start, end) => {
    expect(judge(stub(start, end))).toEqual(['one']);
  });
});
