/** How the sample's data describes events, before they are laid out around a day. */
import type { WorldFields } from '../world/types.ts';
import type { CalendarKey } from './cast.ts';

/** What an event has besides its time; the layout fills the rest. */
export interface Traits extends Partial<
  Pick<
    WorldFields,
    | 'showAs'
    | 'sensitivity'
    | 'response'
    | 'location'
    | 'description'
    | 'categories'
    | 'colorId'
    | 'eventType'
    | 'reminderMinutes'
    | 'cancelled'
  >
> {
  /** How many people besides Helena are invited. */
  readonly people?: number;
  readonly online?: boolean;
}

export interface SeriesKind extends Traits {
  readonly calendar: CalendarKey;
  readonly title: string;
  readonly rule: string;
  /** Time of day in the calendar's zone, or in `zone`. */
  readonly at: string;
  readonly minutes: number;
  readonly zone?: string;
  /** Share of the occurrences (0 to 1) that were moved, and that were dropped. */
  readonly moved?: number;
  readonly dropped?: number;
  /** Ends this many weeks from now; else it goes on. */
  readonly weeksLeft?: number;
}

export interface SingleKind extends Traits {
  readonly title: string;
  readonly minutes: readonly number[];
}

/** Single events strewn over a calendar's working days. */
export interface Singles {
  readonly calendar: CalendarKey;
  readonly count: number;
  /** Hours of the day between which they start, in the calendar's zone. */
  readonly hours: readonly [number, number];
  readonly kinds: readonly SingleKind[];
}

/** An all-day event, `from` days from today, over `days` days. */
export interface DayKind extends Traits {
  readonly calendar: CalendarKey;
  readonly title: string;
  readonly from: number;
  readonly days: number;
}

export const workdays = 'MO,TU,WE,TH,FR';

/** A series on the given weekdays, each week or each `every` weeks. */
export function weekly(
  calendar: CalendarKey,
  days: string,
  at: string,
  minutes: number,
  title: string,
  more: Partial<SeriesKind> & { readonly every?: number } = {},
): SeriesKind {
  const { every = 1, ...traits } = more;
  const interval = every === 1 ? '' : `INTERVAL=${every};`;
  const rule = `FREQ=WEEKLY;${interval}BYDAY=${days}`;
  return { calendar, title, rule, at, minutes, ...traits };
}

/** A series on the nth weekday of the month (`2TU`) or on a day of the month (`15`), each `every` months. */
export function monthly(
  calendar: CalendarKey,
  day: string,
  at: string,
  minutes: number,
  title: string,
  more: Partial<SeriesKind> & { readonly every?: number } = {},
): SeriesKind {
  const { every = 1, ...traits } = more;
  const interval = every === 1 ? '' : `INTERVAL=${every};`;
  const part = /^\d+$/.test(day) ? `BYMONTHDAY=${day}` : `BYDAY=${day}`;
  return { calendar, title, rule: `FREQ=MONTHLY;${interval}${part}`, at, minutes, ...traits };
}
