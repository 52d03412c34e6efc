import { instant } from '../time/instant.ts';
import { addDays, daysBetween, parsePlainDate } from '../time/plain-date.ts';
import { dateAt, startOfDay } from '../time/zone.ts';
import type { Input } from '../ipc/contract.ts';

/** What the user fills in to find time. Dates are days in the user's zone; `to` is the last of them. */
export interface Wish {
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  readonly withinWorkingHours: boolean;
  /** Empty: all. */
  readonly calendars: readonly string[];
}

export const lengths = [15, 30, 45, 60, 90, 120, 180] as const;
const mostDays = 92;

export function firstWish(
  now: number,
  zone: string,
  from: string | undefined,
  to: string | undefined,
): Wish {
  const start = Number(from);
  const end = Number(to);
  const given =
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && end > start && start > 0;
  const first = dateAt(instant(given ? start : now), zone);
  return {
    minutes: 60,
    from: first,
    to: given ? dateAt(instant(end - 1), zone) : addDays(first, 9),
    withinWorkingHours: true,
    calendars: [],
  };
}

/** The wish from another day on; its end never lies before that. */
export function beginOn(wish: Wish, from: string): Wish {
  return { ...wish, from, to: wish.to < from ? from : wish.to };
}

/** Whether a calendar counts for the wish. */
export function counts({ calendars }: Wish, key: string): boolean {
  return calendars.length === 0 || calendars.includes(key);
}

/** Whether it is the only one that counts, and so has to stay: none would mean all. */
export function isLastCounting({ calendars }: Wish, key: string): boolean {
  return calendars.length === 1 && calendars[0] === key;
}

/** The calendar put in or taken out. All of them are kept as none, so that one that is added later counts, too. */
export function toggleCounting(wish: Wish, key: string, all: readonly string[]): Wish {
  if (isLastCounting(wish, key)) return wish;
  const before = wish.calendars.length === 0 ? all : wish.calendars;
  const after = before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
  return { ...wish, calendars: all.every((one) => after.includes(one)) ? [] : after };
}

export type WishReading =
  | { readonly ok: true; readonly input: Input<'findTime'> }
  | { readonly ok: false; readonly field: 'from' | 'to'; readonly reason: string };

/** The wish as the program takes it, or what is wrong with it. */
export function readWish(wish: Wish, now: number, zone: string): WishReading {
  const from = parsePlainDate(wish.from);
  const to = parsePlainDate(wish.to);
  if (from === null) return { ok: false, field: 'from', reason: 'Choose a day.' };
  if (to === null) return { ok: false, field: 'to', reason: 'Choose a day.' };
  if (to < from) return { ok: false, field: 'to', reason: 'Choose a day after the first.' };
  if (daysBetween(from, to) > mostDays)
    return { ok: false, field: 'to', reason: `Choose ${mostDays} days at most.` };
  const end = startOfDay(addDays(to, 1), zone);
  if (end <= now) return { ok: false, field: 'to', reason: 'These days are past.' };
  return {
    ok: true,
    input: {
      minutes: wish.minutes,
      from: Math.max(startOfDay(from, zone), now),
      to: end,
      calendars: [...wish.calendars],
      withinWorkingHours: wish.withinWorkingHours,
    },
  };
}
