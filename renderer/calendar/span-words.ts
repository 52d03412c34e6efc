import { takenWithin } from '../../shared/view/free-within.ts';
import { daysBetween } from '../../shared/time/plain-date.ts';
import type { Entry } from './entries.ts';
import type { Span } from './calendar-store.ts';
import { daysTouched, isWholeDays } from './span-moves.ts';
import { lengthWords, timeWords } from './time-words.ts';

/** "Thu 26 Nov, 11:00 – 12:00", or days: "Sat 28 Nov – Sun 29 Nov, all day". */
export function spanWords(span: Span, zone: string): string {
  const time = isWholeDays(span, zone)
    ? ({ kind: 'allDay', ...daysTouched(span, zone) } as const)
    : ({ kind: 'timed', start: span.from, end: span.to } as const);
  return timeWords(time, zone, true);
}

/** "1 h 30 min", "2 days". */
export function spanLength(span: Span, zone: string): string {
  if (!isWholeDays(span, zone)) return lengthWords(span.to - span.from);
  const { start, end } = daysTouched(span, zone);
  const days = daysBetween(start, end);
  return days === 1 ? '1 day' : `${days} days`;
}

/** What of the calendars in sight takes that time. */
export function takenWords(entries: readonly Entry[], span: Span, zone: string): string {
  const items = entries.flatMap(({ item }) => (item === null ? [] : [item]));
  const taken = takenWithin(items, span, zone);
  if (taken === 0) return 'Free';
  return taken === 1 ? '1 event stands there' : `${taken} events stand there`;
}
