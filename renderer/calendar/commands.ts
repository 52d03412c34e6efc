import type { Command, CommandSource } from '../state/commands.ts';
import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import { createAccountsStore, createAppStore } from '../state/app.ts';
import { createClock, pageNow } from '../state/now.ts';
import type { Shelf } from '../state/stores.tsx';
import { beginSpan } from './begin-span.ts';
import { bookOf } from './book.ts';
import { createCalendarStore } from './calendar-store.ts';
import { blockModes, type BlockMode } from './entries.ts';
import { toggleSolo } from './layers.ts';
import { calendarViews } from './period.ts';
import { toCalendar } from './to-calendar.ts';
import { viewWords } from './view-words.ts';

const blockWords: Readonly<Record<BlockMode, string>> = {
  needed: 'Show blocks where they are needed',
  all: 'Show all blocks',
  none: 'Show no blocks',
};

function showing(shelf: Shelf): Command[] {
  const { setBlocks } = shelf.store(createCalendarStore).getState();
  const { offset } = shelf.store(createClock).getState();
  const zone = shelf.store(createAppStore).getState().value?.zone ?? 'UTC';
  return [
    {
      id: 'calendar.today',
      words: 'Show today',
      group: 'Calendar',
      keys: 't',
      run: () => toCalendar({ date: dateAt(instant(pageNow() + offset), zone) }),
    },
    ...blockModes.map((mode) => ({
      id: `calendar.blocks.${mode}`,
      words: blockWords[mode],
      group: 'Calendar',
      run: () => {
        toCalendar();
        setBlocks(mode);
      },
    })),
  ];
}

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
      calendar.lookAs({ calendar: key, audience: 'colleague' });
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
    ...showing(shelf),
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
