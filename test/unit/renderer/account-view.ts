import type { AccountView, CalendarView } from '../../../shared/ipc/accounts.ts';

export function calendarView(ref: string, over: Partial<CalendarView> = {}): CalendarView {
  return {
    key: `key:${ref}`,
    ref,
    name: ref.slice(ref.indexOf('/') + 1),
    color: null,
    canRead: true,
    canWrite: true,
    isDefault: false,
    standIn: null,
    zone: null,
    events: 10,
    blocks: 5,
    lastReadAt: null,
    ...over,
  };
}

export function accountView(label: string, ...calendars: readonly CalendarView[]): AccountView {
  return {
    id: label,
    label,
    email: `me@${label.toLowerCase()}.example`,
    provider: 'microsoft',
    sample: false,
    stopped: false,
    inTrouble: false,
    state: 'healthy',
    sentence: '',
    mend: null,
    calendars: [...calendars],
  };
}
