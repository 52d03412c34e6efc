import { useMemo } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { weekdays } from '../../shared/model/weekday.ts';
import type { PlainDate } from '../../shared/time/plain-date.ts';
import { createAccountsStore, createAppStore, createSettingsStore } from '../state/app.ts';
import { useNow } from '../state/now.ts';
import type { Remote } from '../state/remote.ts';
import { go, useRoute } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { bookOf, type Book } from './book.ts';
import { firstDayOf, readDay, readView, type CalendarView } from './period.ts';

const noAccounts: readonly never[] = [];

export function useBook(): Book {
  const accounts = useFeature(createAccountsStore, ({ value }) => value ?? noAccounts);
  return useMemo(() => bookOf(accounts), [accounts]);
}

export function useZone(): string {
  return useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
}

/**
 * Whether zone, hours and accounts are known, or can't be. Before, nothing is asked for and no grid is drawn: each that comes
 * late would make the library lay out everything once more.
 */
export function useIsKnown(): boolean {
  const app = useFeature(createAppStore, isAnswered);
  const settings = useFeature(createSettingsStore, isAnswered);
  const accounts = useFeature(createAccountsStore, isAnswered);
  return app && settings && accounts;
}

function isAnswered({ value, problem }: Remote<unknown>): boolean {
  return value !== null || problem !== null;
}

const usual: Settings['workingHours'] = {
  from: '09:00',
  to: '17:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
};

export function useWorkingHours(): Settings['workingHours'] {
  return useFeature(createSettingsStore, ({ value }) => value?.workingHours ?? usual);
}

/** Days of the week as JavaScript counts them, 0 is Sunday. */
export function dayNumbers(days: Settings['workingHours']['days']): number[] {
  return days.map((day) => (weekdays.indexOf(day) + 1) % 7);
}

export interface Place {
  readonly view: CalendarView;
  readonly date: PlainDate;
  readonly today: PlainDate;
  readonly firstDay: number;
  readonly goTo: (change: { readonly view?: CalendarView; readonly date?: PlainDate }) => void;
}

/** Where on the calendar the window stands; it is the route that says so. */
export function usePlace(): Place {
  const { params } = useRoute();
  const zone = useZone();
  const today = readDay(undefined, useNow(30_000), zone);
  const view = readView(params.view) ?? 'week';
  const date = params.date === undefined ? today : readDay(params.date, 0, zone);
  return useMemo(
    () => ({
      view,
      date,
      today,
      firstDay: firstDayOf(globalThis.navigator.language),
      goTo: (change) => go('calendar', { view, date, ...change }),
    }),
    [view, date, today],
  );
}
