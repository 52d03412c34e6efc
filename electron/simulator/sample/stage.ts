/** What the layout needs to know at every step: the world, its people, and the day around which all is laid out. */
import type { World, WorldTime } from '../world/types.ts';
import { DAY_MS, shiftWall, utcOfWall } from '../world/wall-clock.ts';
import {
  castAccounts,
  castCalendars,
  type CalendarKey,
  type CastAccount,
  type CastCalendar,
} from './cast.ts';

export interface Stage {
  readonly world: World;
  readonly random: () => number;
  /** A new text, unique in the sample. */
  readonly newId: () => string;
  /** Today's date in Helena's zone. */
  readonly today: string;
}

/** The days that the sample fills: from yesterday to 90 days ahead. */
export const daysAhead = 90;

/** The world's id of a sample calendar. */
export function calendarId(key: CalendarKey): string {
  return `calendar-${key}`;
}

/** Throws for a key that the cast does not have. */
export function castOf(key: CalendarKey): {
  readonly calendar: CastCalendar;
  readonly account: CastAccount;
} {
  const calendar = castCalendars.find((one) => one.key === key);
  const account = castAccounts.find((one) => one.key === calendar?.account);
  if (calendar === undefined || account === undefined) throw new RangeError(`No calendar ${key}`);
  return { calendar, account };
}

/** The date `days` after today. */
export function dayFrom(stage: Stage, days: number): string {
  return shiftWall(stage.today, days * DAY_MS);
}

/** `minutes` from a time of day on. */
export function timedOn(date: string, at: string, minutes: number, zone: string): WorldTime {
  const start = `${date}T${at}:00`;
  return { kind: 'timed', start, end: shiftWall(start, minutes * 60_000), zone };
}

export function daysFrom(date: string, days: number): WorldTime {
  return { kind: 'allDay', start: date, end: shiftWall(date, days * DAY_MS) };
}

/** The sample's window in UTC ms, in the zone of today. */
export function stageWindow(stage: Stage, zone: string): readonly [number, number] {
  return [
    utcOfWall(`${dayFrom(stage, -1)}T00:00:00`, zone),
    utcOfWall(`${dayFrom(stage, daysAhead + 1)}T00:00:00`, zone),
  ];
}
