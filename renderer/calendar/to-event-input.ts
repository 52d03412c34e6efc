import type { EventInput } from '@fullcalendar/react';
import { foreignText } from '../ui/foreign-text.ts';
import type { Entry } from './entries.ts';

const order = { event: 0, seen: 0, foreign: 1, block: 2 } as const;

/** An entry as the calendar library takes it. Times are instants; whole days stay days. */
export function toEventInput(entry: Entry): EventInput {
  return {
    id: entry.id,
    title: foreignText(entry.title, 120),
    start:
      entry.time.kind === 'timed' ? new Date(entry.time.start).toISOString() : entry.time.start,
    end: entry.time.kind === 'timed' ? new Date(entry.time.end).toISOString() : entry.time.end,
    allDay: entry.time.kind === 'allDay',
    color: entry.color,
    order: order[entry.look],
    entry,
  };
}
