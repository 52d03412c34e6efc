import type { AccountView } from '../../shared/ipc/accounts.ts';
import { calendarColor } from './colours.ts';

export interface BookCalendar {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  /** `<account>/<calendar>`, or only the account where it has a single calendar. */
  readonly label: string;
  readonly color: string;
  readonly canWrite: boolean;
}

/** Every calendar by its key: what names and colours it. */
export type Book = ReadonlyMap<string, BookCalendar>;

export function bookOf(accounts: readonly AccountView[]): Book {
  const calendars = accounts.flatMap((account) =>
    account.calendars.map((calendar) => ({ account, calendar })),
  );
  return new Map(
    calendars.map(({ account, calendar }, index) => [
      calendar.key,
      {
        key: calendar.key,
        name: calendar.name,
        account: account.label,
        label:
          account.calendars.length === 1 || calendar.isDefault
            ? account.label
            : `${account.label} / ${calendar.name}`,
        color: calendarColor(calendar.color, index),
        canWrite: calendar.canWrite,
      },
    ]),
  );
}

export function labelOf(book: Book, key: string): string {
  return book.get(key)?.label ?? 'a calendar that is gone';
}
