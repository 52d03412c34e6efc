import { describe, expect, it } from 'vitest';
import { wireEvent } from '../../../../../electron/providers/google/wire-event.ts';
import { timeOf } from '../../../../../electron/providers/google/wire-time.ts';
import { at } from '../../../../kit/event-builder.ts';

describe('the time of an event', () => {
  const time = (start: object, end: object): unknown => {
    return timeOf(wireEvent.parse({ id: 'x', start, end }));
  };

  it('stays a pair of dates where it is all day', () => {
    expect(time({ date: '2026-05-04' }, { date: '2026-05-06' })).toEqual({
      kind: 'allDay',
      start: '2026-05-04',
      end: '2026-05-06',
    });
  });

  it('is one day where an import ends it on the day it begins', () => {
    expect(time({ date: '2026-05-04' }, { date: '2026-05-04' })).toMatchObject({
      end: '2026-05-05',
    });
  });

  it('is found from a wall clock and its zone, also when the clocks change', () => {
    const timeZone = 'Europe/Berlin';
    expect(
      time(
        { dateTime: '2026-03-29T01:30:15', timeZone },
        { dateTime: '2026-03-29T03:30:00', timeZone },
      ),
    ).toEqual({ kind: 'timed', start: at('2026-03-29T00:30:15Z'), end: at('2026-03-29T01:30Z') });
  });

  it('may be no longer than a moment', () => {
    expect(
      time({ dateTime: '2026-05-04T09:00:00Z' }, { dateTime: '2026-05-04T09:00:00Z' }),
    ).toMatchObject({
      kind: 'timed',
    });
  });

  it.each([
    ['nothing', {}, {}],
    ['half a time', { date: '2026-05-04' }, { dateTime: '2026-05-04T09:00:00Z' }],
    [
      'an end before the start',
      { dateTime: '2026-05-04T09:00:00Z' },
      { dateTime: '2026-05-04T08:00:00Z' },
    ],
    ['days that run backwards', { date: '2026-05-04' }, { date: '2026-05-03' }],
    ['no such day', { date: '2026-02-30' }, { date: '2026-03-04' }],
    [
      'no such hour',
      { dateTime: '2026-05-04T29:00:00', timeZone: 'UTC' },
      { dateTime: '2026-05-05T09:00:00Z' },
    ],
    [
      'no such zone',
      { dateTime: '2026-05-04T09:00:00', timeZone: 'Mars' },
      { dateTime: '2026-05-05T09:00:00Z' },
    ],
    [
      'a wall clock without a zone',
      { dateTime: '2026-05-04T09:00:00' },
      { dateTime: '2026-05-04T10:00:00' },
    ],
  ])('can not be told from %s', (_, start, end) => {
    expect(time(start, end)).toBeNull();
  });
});
