import type { Options } from '../../shared/model/rule.ts';
import type { MaskLevel } from '../../shared/model/mask-level.ts';

/** A choice with the words that explain it. */
export interface Choice<V> {
  readonly value: V;
  readonly label: string;
  readonly hint: string;
}

export const levelChoices: readonly Choice<MaskLevel>[] = [
  { value: 'busy', label: 'Busy', hint: 'Only that you are busy. Nothing else.' },
  { value: 'labelled', label: 'Label', hint: 'A text that you write, such as “Client work”.' },
  { value: 'title', label: 'Title', hint: 'The title of the event.' },
  {
    value: 'titleAndLocation',
    label: 'Title and place',
    hint: 'The title and where it takes place.',
  },
  { value: 'details', label: 'Details', hint: 'Title, place and description.' },
];

export const levelLabels = Object.fromEntries(
  levelChoices.map(({ value, label }) => [value, label]),
) as Readonly<Record<MaskLevel, string>>;

/** What no level ever shows; said beside the levels. */
export const neverShown =
  'Never shown, at any level: who is invited, who organises, links to join a meeting (of the well-known services), attachments and categories.';

export const showAsChoices: readonly Choice<Options['showAs']>[] = [
  { value: 'busy', label: 'Busy', hint: 'Always busy.' },
  { value: 'same', label: 'As its event', hint: 'Whatever the event itself is shown as.' },
  { value: 'tentative', label: 'Tentative', hint: 'Always tentative.' },
  {
    value: 'oof',
    label: 'Out of office',
    hint: 'Always out of office, where the provider has it.',
  },
  {
    value: 'workingElsewhere',
    label: 'Working elsewhere',
    hint: 'Always working elsewhere, where the provider has it.',
  },
];

export const visibilityChoices: readonly Choice<Options['visibility']>[] = [
  {
    value: 'private',
    label: 'Private',
    hint: 'People who may read the calendar see a private appointment.',
  },
  {
    value: 'default',
    label: 'As the calendar',
    hint: 'People who may read the calendar see the text of the block.',
  },
];

export const roundChoices: readonly Choice<Options['roundTo']>[] = [
  { value: 0, label: 'Exact', hint: 'Blocks have the very times of their events.' },
  { value: 5, label: '5 minutes', hint: 'Outwards, to the next five minutes.' },
  { value: 15, label: '15 minutes', hint: 'Outwards, to the next quarter.' },
  { value: 30, label: '30 minutes', hint: 'Outwards, to the next half hour.' },
  { value: 60, label: '1 hour', hint: 'Outwards, to the next full hour.' },
];

export const allDayChoices: readonly Choice<Options['allDay']>[] = [
  { value: 'allDay', label: 'All day', hint: 'An all-day event becomes an all-day block.' },
  {
    value: 'workingHours',
    label: 'Working hours',
    hint: 'It becomes one block a day, in the working hours below.',
  },
  { value: 'skip', label: 'No block', hint: 'All-day events are left out.' },
];

export const onEditChoices: readonly Choice<Options['onEdit']>[] = [
  { value: 'repair', label: 'Put it back', hint: 'The block follows its event again.' },
  { value: 'keep', label: 'Keep the edit', hint: 'Until the event itself changes.' },
];

export const onDeleteChoices: readonly Choice<Options['onDelete']>[] = [
  { value: 'dismiss', label: 'Leave it deleted', hint: 'Until the event moves to another time.' },
  { value: 'recreate', label: 'Write it again', hint: 'The block returns with the next sync.' },
];

export function hintOf<V>(choices: readonly Choice<V>[], value: V): string {
  return choices.find((choice) => choice.value === value)?.hint ?? '';
}

/** How many of the options in a part of the editor differ from what every new rule has. */
export function changedOptions(
  chosen: Options,
  standard: Options,
  keys: readonly (keyof Options)[],
): number {
  return keys.filter((key) => JSON.stringify(chosen[key]) !== JSON.stringify(standard[key])).length;
}

export const optionParts = {
  time: ['bufferBefore', 'bufferAfter', 'roundTo', 'allDay', 'workingHours', 'merge', 'mergeGap'],
  look: ['showAs', 'visibility', 'color'],
  life: ['skipWhenBusy', 'onEdit', 'onDelete', 'retentionDays'],
} as const satisfies Readonly<Record<string, readonly (keyof Options)[]>>;
