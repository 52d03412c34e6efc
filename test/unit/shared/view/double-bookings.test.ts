import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookedTwice, doubleBookings } from '../../../../shared/view/double-bookings.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { CalendarEvent } from '../../../../shared/model/event.ts';
import { allDay, meeting, timed } from '../../../kit/event-builder.ts';

const day = (time: string): string => `2026-05-04T${time}Z`;
const between = (
  name: string,
  from: string,
  to: string,
  more = {},
  calendar = 'A',
): CalendarEvent => timed(calendar, name, day(from), day(to), more);

function found(...events: readonly CalendarEvent[]): string[] {
  return doubleBookings(events, 'Europe/Berlin').map(
    ({ span, events: of }) =>
      `${toIso(span.start).slice(11, 16)}-${toIso(span.end).slice(11, 16)} ${of.map(({ text }) => text.title?.slice(9)).join('+')}`,
  );
}

describe('a double booking', () => {
  it('is where two commitments overlap, and not where they touch', () => {
    expect(
      found(
        between('a', '09:00', '10:00'),
        between('b', '09:30', '11:00'),
        between('c', '11:00', '12:00'),
      ),
    ).toEqual(['09:30-10:00 a+b']);
  });

  it('names everything in it', () => {
    expect(
      found(
        between('a', '09:00', '12:00'),
        between('b', '09:30', '10:00'),
        between('c', '11:00', '11:30'),
      ),
    ).toEqual(['09:30-10:00 a+b', '11:00-11:30 a+c']);
  });

  it('is not the same meeting in two calendars', () => {
    const same = { meeting: meeting('x') };
    expect(
      found(between('a', '09:00', '10:00', same), between('a', '09:00', '10:00', same, 'B')),
    ).toEqual([]);
  });

  it.each<[string, Parameters<typeof timed>[4]]>([
    ['what was declined', { response: 'declined' }],
    ['what is free', { showAs: 'free' }],
    ['where somebody works', { showAs: 'workingElsewhere' }],
    ['what was cancelled', { cancelled: true }],
    ['another vault’s block', { foreignBlock: true }],
    ['a birthday', { kind: 'birthday' }],
  ])('is not made by %s', (_, more) => {
    expect(found(between('a', '09:00', '10:00'), between('b', '09:00', '10:00', more))).toEqual([]);
  });

  it('is not made by a whole day', () => {
    expect(
      found(between('a', '09:00', '10:00'), allDay('A', 'b', '2026-05-04', '2026-05-05')),
    ).toEqual([]);
  });

  it('marks every copy of a meeting', () => {
    const same = { meeting: meeting('x') };
    const twice = bookedTwice(
      doubleBookings([between('a', '09:00', '10:00', same), between('b', '09:00', '10:00')], 'UTC'),
    );
    expect(twice.size).toBe(2);
  });

  it('is found wherever any two commitments share an instant, and nowhere else', () => {
    const start = Date.parse(day('00:00'));
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (drawn) => {
        const events = drawn.map(([from, length], index) =>
          timed('A', String(index), start + from * 1_000, start + (from + length) * 1_000),
        );
        const covered = (at: number): number =>
          drawn.filter(([from, length]) => from <= at && at < from + length).length;
        const bookings = doubleBookings(events, 'UTC');
        for (let at = 0; at < 40; at++) {
          const inside = bookings.filter(
            ({ span }) => span.start <= start + at * 1_000 && start + at * 1_000 < span.end,
          );
          expect(inside.length).toBe(covered(at) >= 2 ? 1 : 0);
        }
        for (const { events: of } of bookings) expect(of.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
