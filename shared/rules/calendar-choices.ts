import type { AccountView } from '../ipc/accounts.ts';
import type { Calendar } from '../model/calendar.ts';
import type { AccountId, CalendarId } from '../model/ids.ts';

/** A calendar as rules choose it: with the account that groups it. */
export interface CalendarChoice {
  readonly key: string;
  readonly ref: string;
  readonly name: string;
  readonly color: string | null;
  readonly account: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly isDefault: boolean;
  /** The listing of the same calendar that rules mean instead; null where they mean this one. */
  readonly standIn: string | null;
}

export function calendarChoices(accounts: readonly AccountView[]): readonly CalendarChoice[] {
  return accounts.flatMap(({ label, calendars }) =>
    calendars.map(({ key, ref, name, color, canRead, canWrite, isDefault, standIn }) => ({
      key,
      ref,
      name,
      color,
      account: label,
      canRead,
      canWrite,
      isDefault,
      standIn,
    })),
  );
}

/** Whether blocks can be written to it: only where what stands there can be read as well. */
export function canReceive({ canRead, canWrite }: CalendarChoice): boolean {
  return canRead && canWrite;
}

/**
 * The choice as the shared rules know a calendar. Selectors mean the same here as in the engine as long as choices that
 * have a stand-in are left out: by this little of a calendar it can't be told that another is the same.
 */
export function asCalendar(choice: CalendarChoice): Calendar {
  return {
    id: choice.key as CalendarId,
    account: choice.account as AccountId,
    remoteId: '',
    name: choice.name,
    ref: choice.ref,
    isDefault: choice.isDefault,
    canRead: choice.canRead,
    canWrite: choice.canWrite,
    zone: null,
    color: choice.color,
  };
}

export interface AccountGroup {
  readonly account: string;
  readonly calendars: readonly CalendarChoice[];
}

/** Calendars under their accounts, both in the order in which they came. */
export function byAccount(choices: readonly CalendarChoice[]): readonly AccountGroup[] {
  return [...Map.groupBy(choices, ({ account }) => account)].map(([account, calendars]) => ({
    account,
    calendars,
  }));
}

/** What to call a calendar whose key crossed the border; the key itself where it is not known any more. */
export function calendarName(choices: readonly CalendarChoice[], key: string): string {
  return choices.find((choice) => choice.key === key)?.ref ?? 'a calendar that is gone';
}
