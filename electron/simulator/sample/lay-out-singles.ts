/** Strews single meetings over working days, and lays out journeys by the hour. */
import { between, pick } from './chance.ts';
import { journeys } from './days.ts';
import { eventFields } from './event-fields.ts';
import type { CalendarKey } from './cast.ts';
import type { Singles, Traits } from './meeting-kind.ts';
import { calendarId, castOf, dayFrom, daysAhead, timedOn, type Stage } from './stage.ts';
import type { WorldTime } from '../world/types.ts';

const quarters = ['00', '15', '30', '45'] as const;

export function layOutSingles(stage: Stage, strewn: readonly Singles[]): void {
  for (const singles of strewn)
    for (let n = 0; n < singles.count; n++) {
      const kind = pick(stage.random, singles.kinds);
      if (kind === undefined) continue;
      const { zone } = castOf(singles.calendar).calendar;
      const minutes = pick(stage.random, kind.minutes) ?? 30;
      const time = timedOn(workday(stage), startIn(stage, singles.hours), minutes, zone);
      single(stage, singles.calendar, kind.title, time, kind);
    }
}

/** Flights and trains, as a mail reader puts them into the calendar. */
export function layOutJourneys(stage: Stage): void {
  const { zone } = castOf('travel').calendar;
  for (const { title, from, at, minutes } of journeys) {
    const time = timedOn(dayFrom(stage, from), at, minutes, zone);
    single(stage, 'travel', title, time, { eventType: 'fromGmail', showAs: 'busy' });
  }
}

function single(
  stage: Stage,
  calendar: CalendarKey,
  title: string,
  time: WorldTime,
  traits: Traits,
): void {
  stage.world.createEvent({
    calendarId: calendarId(calendar),
    uid: stage.newId(),
    fields: eventFields(stage, calendar, title, time, traits),
    rrule: null,
  });
}

/** Any working day of the window; a Saturday or Sunday gives way to the Friday before. */
function workday(stage: Stage): string {
  const days = between(stage.random, -1, daysAhead);
  const weekday = new Date(`${dayFrom(stage, days)}T00:00:00Z`).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return dayFrom(stage, days - back < -1 ? days + 3 - back : days - back);
}

function startIn(stage: Stage, [first, last]: readonly [number, number]): string {
  const hour = String(between(stage.random, first, last)).padStart(2, '0');
  return `${hour}:${pick(stage.random, quarters) ?? '00'}`;
}
