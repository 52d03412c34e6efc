import type { CalendarItem, Shadow } from '../../shared/ipc/calendar.ts';
import type { Tone } from '../ui/badge.tsx';

export const showAsWords: Readonly<Record<CalendarItem['showAs'], string>> = {
  free: 'Free',
  tentative: 'Tentative',
  busy: 'Busy',
  oof: 'Out of office',
  workingElsewhere: 'Working elsewhere',
  unknown: 'Not said',
};

export const responseWords: Readonly<Record<CalendarItem['response'], string>> = {
  none: 'Your own entry',
  organizer: 'You invited',
  accepted: 'Accepted',
  tentative: 'Tentatively accepted',
  notResponded: 'Not answered yet',
  declined: 'Declined',
};

export const stateWords: Readonly<
  Record<Shadow['state'], { readonly words: string; readonly tone: Tone }>
> = {
  live: { words: 'In place', tone: 'good' },
  outstanding: { words: 'On its way', tone: 'accent' },
  dismissed: { words: 'You removed it', tone: 'neutral' },
  edited: { words: 'You edited it', tone: 'neutral' },
  held: { words: 'Held', tone: 'warn' },
  none: { words: 'No block', tone: 'neutral' },
};

/** What kind of thing it is, where that is worth saying. */
export function kindWords(item: CalendarItem): string | null {
  if (item.kind === 'block') return item.castBy === null ? 'Block, made by hand' : 'Block';
  if (item.kind === 'foreignBlock') return 'Block of another Umbra';
  const kinds: Partial<Record<CalendarItem['eventKind'], string>> = {
    outOfOffice: 'Out of office',
    focusTime: 'Focus time',
    workingLocation: 'Working location',
    birthday: 'Birthday',
    fromGmail: 'From Gmail',
  };
  return kinds[item.eventKind] ?? null;
}
