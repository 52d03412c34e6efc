import { go, readRoute } from '../state/route.ts';

/** Goes to the calendar; where it is in sight already, what is not changed stays. */
export function toCalendar(change: Readonly<Record<string, string>> = {}): void {
  const { name, params } = readRoute(globalThis.location.hash);
  go('calendar', { ...(name === 'calendar' ? params : {}), ...change });
}
