/** Lays out whole days: travel, offsites, holidays, birthdays, and where Helena works from. */
import { shiftWall } from '../world/wall-clock.ts';
import type { CalendarKey } from './cast.ts';
import { birthdays, dayKinds, holidays } from './days.ts';
import { eventFields } from './event-fields.ts';
import { workdays, type Traits } from './meeting-kind.ts';
import { calendarId, dayFrom, daysFrom, type Stage } from './stage.ts';

export function layOutDays(stage: Stage): void {
  for (const kind of dayKinds)
    wholeDays(stage, kind.calendar, kind.title, dayFrom(stage, kind.from), kind.days, null, kind);
}

/** The marked days of the year, in a calendar that can only be read. */
export function layOutHolidays(stage: Stage): void {
  const lastYear = Number(stage.today.slice(0, 4)) - 1;
  for (const [day, title] of holidays)
    wholeDays(stage, 'holidays', title, `${lastYear}-${day}`, 1, yearly(day), { showAs: 'free' });
}

/** Google's own kinds of event: birthdays and working locations. */
export function layOutStatusDays(stage: Stage): void {
  for (const [name, days] of birthdays) {
    const date = yearBefore(dayFrom(stage, days));
    wholeDays(stage, 'private', `${name} hat Geburtstag`, date, 1, yearly(date.slice(5)), {
      eventType: 'birthday',
      showAs: 'free',
    });
  }
  const rule = `FREQ=WEEKLY;BYDAY=${workdays}`;
  wholeDays(stage, 'advisory', 'Büro', mondayOf(dayFrom(stage, -28)), 1, rule, {
    eventType: 'workingLocation',
    showAs: 'free',
  });
}

function wholeDays(
  stage: Stage,
  calendar: CalendarKey,
  title: string,
  date: string,
  days: number,
  rrule: string | null,
  traits: Traits,
): void {
  stage.world.createEvent({
    calendarId: calendarId(calendar),
    uid: stage.newId(),
    fields: eventFields(stage, calendar, title, daysFrom(date, days), traits),
    rrule,
  });
}

/** The rule for a day `MM-DD` of each year. */
function yearly(day: string): string {
  return `FREQ=YEARLY;BYMONTH=${Number(day.slice(0, 2))};BYMONTHDAY=${Number(day.slice(3))}`;
}

/** The same day of the year before; 29 February becomes the 28th, so that it comes every year. */
function yearBefore(date: string): string {
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
  return `${Number(date.slice(0, 4)) - 1}-${day}`;
}

function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shiftWall(date, -weekday * 86_400_000);
}
