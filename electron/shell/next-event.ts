import type { CalendarItem } from '../../shared/ipc/calendar.ts';

/** When the next commitment of the user's begins; null where none does. Blocks are shadows of events and don't count. */
export function nextStart(items: readonly CalendarItem[], now: number): number | null {
  const starts = items
    .filter(
      ({ kind, showAs, response }) =>
        kind === 'event' && showAs !== 'free' && response !== 'declined',
    )
    .flatMap(({ time }) => (time.kind === 'timed' ? [time.start] : []))
    .filter((start) => start > now);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** "at 14:00", "tomorrow at 09:00", "on Friday at 09:00", in the user's zone. */
export function startWords(start: number, now: number, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone });
  const days = (Date.parse(date.format(start)) - Date.parse(date.format(now))) / 86_400_000;
  const at = `at ${time.format(start)}`;
  if (days < 1) return at;
  if (days < 2) return `tomorrow ${at}`;
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone });
  return `on ${weekday.format(start)} ${at}`;
}
