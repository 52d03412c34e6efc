import { useShortcuts, type Shortcut } from '../state/shortcuts.ts';
import { useShelf } from '../state/stores.tsx';
import { beginSpan } from './begin-span.ts';
import { createCalendarStore } from './calendar-store.ts';
import { blockModes } from './entries.ts';
import { calendarViews, step } from './period.ts';
import type { Place } from './use-calendar.ts';
import { viewWords } from './view-words.ts';

/** Two hours up or down, also where a day holds nothing that takes the focus. */
function scrollHours(by: 1 | -1): void {
  for (const part of document.querySelectorAll('main [role="table"] [role="rowgroup"] > div'))
    part.scrollBy({ top: by * 112 });
}

/** The keys of the calendar. Draws nothing; stands before the parts whose keys win over these. */
export function CalendarKeys({ place }: { readonly place: Place }): null {
  const shelf = useShelf();
  const group = 'Calendar';
  const { view, date, today, goTo } = place;
  const calendar = shelf.store(createCalendarStore);
  const page = (by: 1 | -1): void => goTo({ date: step(view, date, by) });
  const keys: readonly Shortcut[] = [
    { keys: 't', words: 'Today', group, run: () => goTo({ date: today }) },
    { keys: 'right', words: 'Forward', group, run: () => page(1) },
    { keys: 'left', words: 'Back', group, run: () => page(-1) },
    { keys: 'up', words: 'Earlier hours', group, run: () => scrollHours(-1) },
    { keys: 'down', words: 'Later hours', group, run: () => scrollHours(1) },
    ...calendarViews.map((name, index) => ({
      keys: String(index + 1),
      words: viewWords[name],
      group,
      run: () => goTo({ view: name }),
    })),
    { keys: 's', words: 'Select a span', group, run: () => beginSpan(shelf) },
    {
      keys: 'b',
      words: 'Blocks: where needed, all, none',
      group,
      run: () => {
        const { blocks, setBlocks } = calendar.getState();
        const next = blockModes[(blockModes.indexOf(blocks) + 1) % blockModes.length];
        if (next !== undefined) setBlocks(next);
      },
    },
    {
      keys: 'a',
      words: 'All calendars in sight',
      group,
      run: () => calendar.getState().setLayers(() => ({ hidden: new Set(), solo: null })),
    },
    {
      keys: 'escape',
      words: 'Close details, or leave “Seen as”',
      group,
      run: () => {
        const { selected, select, lookAs } = calendar.getState();
        if (selected === null) lookAs(null);
        else select(null);
      },
    },
  ];
  useShortcuts(keys);
  return null;
}
