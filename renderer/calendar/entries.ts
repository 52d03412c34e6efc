import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import { isMarkedPrivate } from '../../shared/model/privacy.ts';
import { shadowCounts, shadowsOf, weightOf, type Weight } from '../../shared/view/item-weight.ts';
import { labelOf, type Book } from './book.ts';
import { isShown, type Layers } from './layers.ts';

/** `needed`: only blocks whose own event is not in sight anyway. */
export const blockModes = ['needed', 'all', 'none'] as const;
export type BlockMode = (typeof blockModes)[number];

/** One thing drawn on the calendar. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly location: string | null;
  readonly time: CalendarItem['time'];
  readonly color: string;
  readonly look: 'event' | 'block' | 'foreign' | 'seen';
  /** How surely it takes the user's time. */
  readonly weight: Weight;
  readonly conflict: boolean;
  readonly private: boolean;
  readonly recurring: boolean;
  readonly calendar: string;
  /** The calendar in words; for a block: what casts it. */
  readonly note: string;
  /** On how many calendars a block stands for it. */
  readonly shadows: number;
  readonly item: CalendarItem | null;
}

function noteOf(item: CalendarItem, book: Book): string {
  if (item.kind === 'event') return labelOf(book, item.calendar);
  if (item.kind === 'foreignBlock') return 'block of another Umbra';
  return item.castBy === null ? 'you, by hand' : `from ${labelOf(book, item.castBy.calendar)}`;
}

function isDrawn(item: CalendarItem, layers: Layers, blocks: BlockMode): boolean {
  if (!isShown(layers, item.calendar)) return false;
  if (item.kind === 'event') return true;
  if (blocks !== 'needed') return blocks === 'all';
  return item.castBy === null || !isShown(layers, item.castBy.calendar);
}

/** What is drawn of the items, given the layers in sight. */
export function entriesOf(
  items: readonly CalendarItem[],
  book: Book,
  layers: Layers,
  blocks: BlockMode,
): Entry[] {
  const shadows = shadowCounts(items);
  return items
    .filter((item) => isDrawn(item, layers, blocks))
    .map((item) => ({
      id: `${item.calendar} ${item.id}`,
      title: item.title,
      location: item.location,
      time: item.time,
      color: book.get(item.calendar)?.color ?? '#5f6368',
      look: ({ event: 'event', block: 'block', foreignBlock: 'foreign' } as const)[item.kind],
      weight: weightOf(item),
      conflict: item.conflict && item.kind === 'event',
      private: item.kind === 'event' && isMarkedPrivate(item),
      recurring: item.recurring,
      calendar: item.calendar,
      note: noteOf(item, book),
      shadows: shadowsOf(item, shadows),
      item,
    }));
}

/** A target's own calendar, as somebody else sees it. */
export function seenEntries(seen: Output<'seenAs'>, calendar: string, book: Book): Entry[] {
  return seen.map((event, index) => ({
    ...event,
    id: `seen ${index}`,
    color: book.get(calendar)?.color ?? '#5f6368',
    look: 'seen',
    weight: weightOf({ showAs: event.showAs, response: 'none' }),
    conflict: false,
    private: false,
    recurring: false,
    calendar,
    note: event.block ? 'written by Umbra' : '',
    shadows: 0,
    item: null,
  }));
}
