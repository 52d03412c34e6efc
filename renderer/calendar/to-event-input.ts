import type { EventInput } from '@fullcalendar/react';
import { MINUTE } from '../../shared/time/instant.ts';
import { foreignText } from '../ui/foreign-text.ts';
import type { Entry } from './entries.ts';

const order = { event: 0, seen: 0, foreign: 1, block: 2 } as const;

/** An entry as the calendar library takes it. Times are instants; whole days stay days. */
export function toEventInput(entry: Entry): EventInput {
  return {
    id: entry.id,
    title: foreignText(entry.title, 120),
    ...spanOf(entry.time),
    color: entry.color,
    order: order[entry.look],
    entry,
  };
}

function spanOf(time: Entry['time']): Pick<EventInput, 'start' | 'end' | 'allDay'> {
  if (time.kind === 'allDay') return { start: time.start, end: time.end, allDay: true };
  // The library would draw an event without length as one of an hour.
  const end = Math.max(time.end, time.start + MINUTE);
  const written = (at: number): string => new Date(at).toISOString();
  return { start: written(time.start), end: written(end), allDay: false };
}
