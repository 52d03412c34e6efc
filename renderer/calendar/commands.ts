import type { Command, CommandSource } from '../state/commands.ts';
import { createAccountsStore } from '../state/app.ts';
import { beginSpan } from './begin-span.ts';
import { bookOf } from './book.ts';
import { createCalendarStore } from './calendar-store.ts';
import { toggleSolo } from './layers.ts';
import { calendarViews } from './period.ts';
import { toCalendar } from './to-calendar.ts';
import { viewWords } from './view-words.ts';

/** What the palette can do on the calendar. */
export const commands: CommandSource = (shelf) => {
  const calendar = shelf.store(createCalendarStore).getState();
  const accounts = shelf.store(createAccountsStore).getState().value ?? [];
  const book = [...bookOf(accounts).values()];
  const views: Command[] = calendarViews.map((view, index) => ({
    id: `calendar.view.${view}`,
    words: `Show the ${viewWords[view].toLowerCase()}`,
    group: 'Calendar',
    keys: String(index + 1),
    run: () => toCalendar({ view }),
  }));
  const solos: Command[] = book.map(({ key, label }) => ({
    id: `calendar.solo.${key}`,
    words: `Show only ${label}`,
    group: 'Calendars',
    also: ['solo', 'layer'],
    run: () => {
      toCalendar();
      calendar.setLayers((layers) => toggleSolo(layers, [key]));
    },
  }));
  const seen: Command[] = book.map(({ key, label }) => ({
    id: `calendar.seen.${key}`,
    words: `See ${label} as a colleague does`,
    group: 'Seen as',
    run: () => {
      toCalendar();
      calendar.lookAs({ calendar: key, audience: 'owner' });
    },
  }));
  return [
    ...views,
    {
      id: 'calendar.all',
      words: 'Show all calendars',
      group: 'Calendar',
      keys: 'a',
      run: () => {
        toCalendar();
        calendar.setLayers(() => ({ hidden: new Set(), solo: null }));
      },
    },
    {
      id: 'calendar.span',
      words: 'Select a span of time…',
      group: 'Calendar',
      keys: 's',
      also: ['block', 'find time', 'copy availability', 'drag'],
      run: () => beginSpan(shelf),
    },
    ...solos,
    ...seen,
  ];
};
