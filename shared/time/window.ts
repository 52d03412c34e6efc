import type { Instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { addDays } from './plain-date.ts';
import { dateAt, startOfDay } from './zone.ts';

export const WINDOW_DEFAULT = { pastDays: 1, futureDays: 90 } as const;

/** The rolling window: whole days of the user's zone, so that it moves once a day and not with every cycle. */
export function windowAt(
  now: Instant,
  zone: string,
  { pastDays, futureDays }: { readonly pastDays: number; readonly futureDays: number },
): Interval {
  const today = dateAt(now, zone);
  return {
    start: startOfDay(addDays(today, -pastDays), zone),
    end: startOfDay(addDays(today, futureDays + 1), zone),
  };
}
