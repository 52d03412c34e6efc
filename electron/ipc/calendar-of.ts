import { UserError } from '../../shared/errors/errors.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { RunningApp } from './running-app.ts';

/** The calendar that the window names by its key. Throws `calendar.unknown`. */
export function calendarOf({ profile }: RunningApp, key: string): Calendar {
  const found = profile.store.calendars().find(({ id }) => id === key);
  if (found === undefined) throw new UserError('calendar.unknown');
  return found;
}

/** What people call a calendar; its key where it is no longer connected. */
export function refsOf({ profile }: RunningApp): (key: string) => string {
  const refs = new Map<string, string>(profile.store.calendars().map(({ id, ref }) => [id, ref]));
  return (key) => refs.get(key) ?? key;
}
