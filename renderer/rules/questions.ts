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

/** The question and its answer as half a sentence, such as “the title contains ‘lunch’”. */
export function sayQuestion(leaf: Leaf): string {
  if ('title' in leaf) return `the title ${sayTitle(leaf)}`;
  if ('response' in leaf) return `my answer is ${either(leaf.response, responseWords)}`;
  if ('showAs' in leaf) return `it is shown as ${either(leaf.showAs, showAsWords)}`;
  if ('allDay' in leaf) return leaf.allDay ? 'it lasts all day' : 'it has a time of day';
  if ('duration' in leaf) return `it lasts ${sayRange(leaf.duration, 'minutes')}`;
  if ('weekday' in leaf)
    return `it starts on ${either(leaf.weekday.days, weekdayWords)}${inZone(leaf.weekday.zone)}`;
  if ('timeOfDay' in leaf)
    return `it touches ${leaf.timeOfDay.from}–${leaf.timeOfDay.to}${inZone(leaf.timeOfDay.zone)}`;
  if ('recurring' in leaf) return leaf.recurring ? 'it repeats' : 'it does not repeat';
  if ('attendees' in leaf) return `${sayRange(leaf.attendees, 'people')} are invited`;
  if ('organizerDomain' in leaf) return `the organizer is at ${orList(leaf.organizerDomain)}`;
  if ('category' in leaf) return `its category is ${orList(leaf.category)}`;
  if ('visibility' in leaf) return `its privacy is ${either(leaf.visibility, visibilityWords)}`;
  if ('eventKind' in leaf) return `its kind is ${either(leaf.eventKind, eventKindWords)}`;
  return assertNever(leaf);
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

function sayTitle(leaf: LeafOf<'title'>): string {
  const { test, text } = titleTestOf(leaf);
  return `${titleTestWords[test]} “${text}”`;
}

function sayRange(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  unit: string,
): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max} ${unit}`;
  if (min !== undefined) return `at least ${min} ${unit}`;
  return max === undefined ? `any number of ${unit}` : `at most ${max} ${unit}`;
}

function inZone(zone: string | undefined): string {
  return zone === undefined ? '' : ` (${zone})`;
}

function either<V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): string {
  return orList(values.map((value) => words[value]));
}

function orList(words: readonly string[]): string {
  if (words.length === 0) return '…';
  if (words.length === 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
