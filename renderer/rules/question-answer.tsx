import type { JSX } from 'react';
import { assertNever } from '../../shared/model/brand.ts';
import type { Leaf } from '../../shared/model/condition.ts';
import {
  eventKindValues,
  responseValues,
  showAsValues,
  visibilityValues,
} from '../../shared/model/event.ts';
import { neverCastKinds, neverCastShowAs } from '../../shared/rules/eligible.ts';
import { ChipSet } from '../ui/chip-set.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { WordList } from '../ui/word-list.tsx';
import { eventKindWords, responseWords, showAsWords, visibilityWords } from './questions.ts';
import { RangeAnswer, TimeOfDayAnswer, TitleAnswer, WeekdayAnswer } from './question-parts.tsx';

export interface QuestionAnswerProps {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
}

function choicesOf<V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
  without: readonly V[] = [],
): { readonly value: V; readonly label: string }[] {
  return values
    .filter((value) => !without.includes(value))
    .map((value) => ({ value, label: words[value] }));
}

const responses = choicesOf(responseValues, responseWords);
const showAs = choicesOf(showAsValues, showAsWords, neverCastShowAs);
const privacy = choicesOf(visibilityValues, visibilityWords);
const kinds = choicesOf(eventKindValues, eventKindWords, neverCastKinds);

/** The control that answers a question, for each kind of question. */
export function QuestionAnswer({ leaf, onChange }: QuestionAnswerProps): JSX.Element {
  if ('title' in leaf) return <TitleAnswer leaf={leaf} onChange={onChange} />;
  if ('weekday' in leaf) return <WeekdayAnswer leaf={leaf} onChange={onChange} />;
  if ('timeOfDay' in leaf) return <TimeOfDayAnswer leaf={leaf} onChange={onChange} />;
  if ('duration' in leaf)
    return (
      <RangeAnswer
        range={leaf.duration}
        unit="min"
        onChange={(duration) => onChange({ duration })}
      />
    );
  if ('attendees' in leaf)
    return (
      <RangeAnswer
        range={leaf.attendees}
        unit="people"
        onChange={(attendees) => onChange({ attendees })}
      />
    );
  if ('allDay' in leaf)
    return (
      <YesNo label="All day" value={leaf.allDay} onChange={(allDay) => onChange({ allDay })} />
    );
  if ('recurring' in leaf)
    return (
      <YesNo
        label="Repeats"
        value={leaf.recurring}
        onChange={(recurring) => onChange({ recurring })}
      />
    );
  if ('organizerDomain' in leaf)
    return (
      <WordList
        label="Domains"
        placeholder="acme.example, then Enter"
        words={leaf.organizerDomain}
        onChange={(organizerDomain) => onChange({ organizerDomain })}
      />
    );
  if ('category' in leaf)
    return (
      <WordList
        label="Categories or colours"
        placeholder="Category, then Enter"
        words={leaf.category}
        onChange={(category) => onChange({ category })}
      />
    );
  return <ChipAnswer leaf={leaf} onChange={onChange} />;
}

type ChipLeaf = Extract<
  Leaf,
  { response: unknown } | { showAs: unknown } | { visibility: unknown } | { eventKind: unknown }
>;

function ChipAnswer(props: {
  readonly leaf: ChipLeaf;
  readonly onChange: (leaf: Leaf) => void;
}): JSX.Element {
  const { leaf, onChange } = props;
  if ('response' in leaf)
    return (
      <ChipSet
        label="My answer is one of"
        values={leaf.response}
        choices={responses}
        onChange={(response) => onChange({ response })}
      />
    );
  if ('showAs' in leaf)
    return (
      <ChipSet
        label="Shown as one of"
        values={leaf.showAs}
        choices={showAs}
        onChange={(next) => onChange({ showAs: next })}
      />
    );
  if ('visibility' in leaf)
    return (
      <ChipSet
        label="Privacy is one of"
        values={leaf.visibility}
        choices={privacy}
        onChange={(visibility) => onChange({ visibility })}
      />
    );
  if ('eventKind' in leaf)
    return (
      <ChipSet
        label="Kind is one of"
        values={leaf.eventKind}
        choices={kinds}
        onChange={(eventKind) => onChange({ eventKind })}
      />
    );
  return assertNever(leaf);
}

function YesNo(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): JSX.Element {
  return (
    <Segmented
      label={props.label}
      value={props.value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
      onChange={(next) => props.onChange(next === 'yes')}
    />
  );
}
