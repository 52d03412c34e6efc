import type { EventTime } from '../model/event.ts';
import type { Options } from '../model/rule.ts';
import { minutesOf } from '../model/wall-time.ts';
import { weekdays } from '../model/weekday.ts';
import { spanOf } from '../time/all-day.ts';
import { evenSpans } from '../time/even-spans.ts';
import { instant, MINUTE, type Instant } from '../time/instant.ts';
import { intersect } from '../time/interval.ts';
import { addDays, daysBetween, type PlainDate } from '../time/plain-date.ts';
import { offsetAt, wallClock } from '../time/zone.ts';

/** When the blocks of an event lie. `day` tells several blocks of one event apart; null where there is one. */
export type Shaped =
  | {
      readonly kind: 'shaped';
      readonly times: readonly { readonly time: EventTime; readonly day: PlainDate | null }[];
    }
  | { readonly kind: 'dropped'; readonly reason: 'allDaySkipped' | 'empty' };

/** An all-day event of more days than this is cut: nobody plans further, and strangers may send anything. */
const MAX_DAYS = 366;

/** Turns an event's time into its blocks' times by a rule's options. */
export function shape(time: EventTime, options: Options, zone: string): Shaped {
  if (time.kind === 'allDay') return shapeAllDay(time, options, zone);
  if (time.end <= time.start) return { kind: 'dropped', reason: 'empty' };
  const start = instant(time.start - options.bufferBefore * MINUTE);
  const end = instant(time.end + options.bufferAfter * MINUTE);
  return {
    kind: 'shaped',
    times: [{ time: rounded(start, end, options.roundTo, zone), day: null }],
  };
}

/** Outwards, to full steps of the zone's wall clock: some zones lie 30 or 45 minutes off the hour. */
function rounded(start: Instant, end: Instant, step: number, zone: string): EventTime {
  if (step === 0) return { kind: 'timed', start, end };
  const ms = step * MINUTE;
  const down = (at: Instant): number =>
    Math.floor((at + offsetAt(at, zone)) / ms) * ms - offsetAt(at, zone);
  const up = (at: Instant): number =>
    Math.ceil((at + offsetAt(at, zone)) / ms) * ms - offsetAt(at, zone);
  return { kind: 'timed', start: instant(down(start)), end: instant(up(end)) };
}

function shapeAllDay(
  time: Extract<EventTime, { kind: 'allDay' }>,
  options: Options,
  zone: string,
): Shaped {
  const days = Math.min(daysBetween(time.start, time.end), MAX_DAYS);
  if (days <= 0) return { kind: 'dropped', reason: 'empty' };
  switch (options.allDay) {
    case 'skip':
      return { kind: 'dropped', reason: 'allDaySkipped' };
    case 'allDay':
      return {
        kind: 'shaped',
        times: [
          {
            time: { kind: 'allDay', start: time.start, end: addDays(time.start, days) },
            day: null,
          },
        ],
      };
    case 'workingHours': {
      const times = Array.from({ length: days }, (_, index) => addDays(time.start, index)).flatMap(
        (day) => workingDay(day, options, zone),
      );
      return times.length === 0
        ? { kind: 'dropped', reason: 'allDaySkipped' }
        : { kind: 'shaped', times };
    }
  }
}

/** From the first to the last moment of the day at which the clocks show a working hour. */
function workingDay(
  day: PlainDate,
  { workingHours }: Options,
  userZone: string,
): { time: EventTime; day: PlainDate }[] {
  const zone = workingHours.zone ?? userZone;
  const whole = spanOf({ kind: 'allDay', start: day, end: addDays(day, 1) }, zone);
  const { weekday } = wallClock(whole.start, zone);
  if (!workingHours.days.some((name) => weekdays.indexOf(name) === weekday)) return [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const begins = midnight + minutesOf(workingHours.from) * MINUTE;
  const ends = midnight + minutesOf(workingHours.to) * MINUTE;
  const worked = evenSpans(whole, zone).flatMap(({ start, end, offset }) => {
    const hours = { start: instant(begins - offset), end: instant(ends - offset) };
    return intersect({ start, end }, hours) ?? [];
  });
  const [first] = worked;
  const last = worked.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ time: { kind: 'timed', start: first.start, end: last.end }, day }];
}
