import type { AccountView } from '../ipc/accounts.ts';

export interface AccountTotals {
  readonly calendars: number;
  readonly events: number;
  readonly blocks: number;
}

export function accountTotals({ calendars }: Pick<AccountView, 'calendars'>): AccountTotals {
  return {
    calendars: calendars.length,
    events: calendars.reduce((sum, { events }) => sum + events, 0),
    blocks: calendars.reduce((sum, { blocks }) => sum + blocks, 0),
  };
}
