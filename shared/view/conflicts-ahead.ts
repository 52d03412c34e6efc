import { DAY } from '../time/instant.ts';

/** How many days ahead double bookings are counted and listed, however far the calendars are read. */
export const conflictDays = 60;

/** The end of those days. */
export function conflictsUntil(now: number): number {
  return now + conflictDays * DAY;
}
