import { UserError } from '../../shared/errors/errors.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { RunningApp } from './running-app.ts';

/** The calendar that the window names by its key. Throws `calendar.unknown`. */
export function calendarOf({ profile }: RunningApp, key: string): Calendar {
  const found = profile.store.calendars().find(({ id }) => id === key);
  if (found === undefined) throw new UserError('calendar.unknown');
  return found;
}
