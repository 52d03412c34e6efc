import type { CalendarItem } from '../ipc/calendar.ts';

/** How surely an item takes its owner's time. */
export type Weight = 'firm' | 'tentative' | 'free' | 'declined';

export function weightOf(item: Pick<CalendarItem, 'showAs' | 'response'>): Weight {
  if (item.response === 'declined') return 'declined';
  if (item.response === 'tentative' || item.response === 'notResponded') return 'tentative';
  if (item.showAs === 'tentative') return 'tentative';
  return item.showAs === 'free' || item.showAs === 'workingElsewhere' ? 'free' : 'firm';
}

function moment(calendar: string, time: CalendarItem['time']): string {
  return `${calendar} ${time.start} ${time.end}`;
}

/** How many blocks stand for the events of a calendar at a time. Merged and rounded blocks count for none. */
export function shadowCounts(items: readonly CalendarItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { castBy, time } of items) {
    if (castBy === null) continue;
    const key = moment(castBy.calendar, time);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** On how many calendars a block stands for an item. A block casts none. */
export function shadowsOf(item: CalendarItem, counts: ReadonlyMap<string, number>): number {
  return item.kind === 'event' ? (counts.get(moment(item.calendar, item.time)) ?? 0) : 0;
}
