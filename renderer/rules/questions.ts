import { assertNever } from '../../shared/model/brand.ts';
import type { Leaf } from '../../shared/model/condition.ts';
import type { EventKind, Response, ShowAs, Visibility } from '../../shared/model/event.ts';
import type { Weekday } from '../../shared/model/weekday.ts';

/** Every question that a rule can ask of an event, in the words of the editor. */
export const questionKinds = [
  'title',
  'response',
  'showAs',
  'allDay',
  'duration',
  'weekday',
  'timeOfDay',
  'recurring',
  'attendees',
  'organizerDomain',
  'category',
  'visibility',
  'eventKind',
] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type LeafOf<K extends QuestionKind> = Extract<Leaf, Record<K, unknown>>;

export const questionWords: Readonly<Record<QuestionKind, string>> = {
  title: 'Title',
  response: 'My answer',
  showAs: 'Shown as',
  allDay: 'All day',
  duration: 'Duration',
  weekday: 'Weekday',
  timeOfDay: 'Time of day',
  recurring: 'Repeats',
  attendees: 'People invited',
  organizerDomain: 'Organizer’s domain',
  category: 'Category or colour',
  visibility: 'Privacy',
  eventKind: 'Kind of event',
};

export const responseWords: Readonly<Record<Response, string>> = {
  organizer: 'I organise it',
  accepted: 'accepted',
  tentative: 'tentative',
  notResponded: 'not answered',
  declined: 'declined',
  none: 'no invitation',
};

export const showAsWords: Readonly<Record<ShowAs, string>> = {
  busy: 'busy',
  tentative: 'tentative',
  oof: 'out of office',
  workingElsewhere: 'working elsewhere',
  free: 'free',
  unknown: 'unknown',
};

export const visibilityWords: Readonly<Record<Visibility, string>> = {
  default: 'normal',
  public: 'public',
  personal: 'personal',
  private: 'private',
  confidential: 'confidential',
};

export const eventKindWords: Readonly<Record<EventKind, string>> = {
  default: 'ordinary',
  outOfOffice: 'out of office',
  focusTime: 'focus time',
  workingLocation: 'working location',
  birthday: 'birthday',
  fromGmail: 'from a mail',
};

export const weekdayWords: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

export function kindOf(leaf: Leaf): QuestionKind {
  if ('title' in leaf) return 'title';
  if ('response' in leaf) return 'response';
  if ('showAs' in leaf) return 'showAs';
  if ('allDay' in leaf) return 'allDay';
  if ('duration' in leaf) return 'duration';
  if ('weekday' in leaf) return 'weekday';
  if ('timeOfDay' in leaf) return 'timeOfDay';
  if ('recurring' in leaf) return 'recurring';
  if ('attendees' in leaf) return 'attendees';
  if ('organizerDomain' in leaf) return 'organizerDomain';
  if ('category' in leaf) return 'category';
  if ('visibility' in leaf) return 'visibility';
  if ('eventKind' in leaf) return 'eventKind';
  return assertNever(leaf);
}

/** A question to begin with: valid where a sensible answer can be guessed, else with an empty text to fill in. */
export function freshQuestion(kind: QuestionKind): Leaf {
  switch (kind) {
    case 'title':
      return { title: { contains: '', ignoreCase: true } };
    case 'response':
      return { response: ['organizer', 'accepted'] };
    case 'showAs':
      return { showAs: ['busy', 'oof'] };
    case 'allDay':
      return { allDay: false };
    case 'duration':
      return { duration: { min: 30 } };
    case 'weekday':
      return { weekday: { days: ['mon', 'tue', 'wed', 'thu', 'fri'] } };
    case 'timeOfDay':
      return { timeOfDay: { from: '09:00', to: '18:00' } };
    case 'recurring':
      return { recurring: true };
    case 'attendees':
      return { attendees: { min: 1 } };
    case 'organizerDomain':
      return { organizerDomain: [] };
    case 'category':
      return { category: [] };
    case 'visibility':
      return { visibility: ['default', 'public'] };
    case 'eventKind':
      return { eventKind: ['default', 'focusTime', 'outOfOffice'] };
  }
}

export type TitleTest = 'contains' | 'startsWith' | 'matches';
export const titleTestWords: Readonly<Record<TitleTest, string>> = {
  contains: 'contains',
  startsWith: 'starts with',
  matches: 'matches the pattern',
};

export function titleTestOf({ title }: LeafOf<'title'>): {
  readonly test: TitleTest;
  readonly text: string;
} {
  if (title.matches !== undefined) return { test: 'matches', text: title.matches };
  if (title.startsWith !== undefined) return { test: 'startsWith', text: title.startsWith };
  return { test: 'contains', text: title.contains ?? '' };
}
