import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import type { Leaf } from '../../shared/model/condition.ts';
import { weekdays } from '../../shared/model/weekday.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ChipSet } from '../ui/chip-set.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import {
  titleTestOf,
  titleTestWords,
  weekdayWords,
  type LeafOf,
  type TitleTest,
} from './questions.ts';
import { withoutKey } from '../../shared/rules/without-key.ts';
import styles from './conditions.module.css';

interface PartProps<L> {
  readonly leaf: L;
  readonly onChange: (leaf: Leaf) => void;
}

const titleTests = (['contains', 'startsWith', 'matches'] as const).map((value) => ({
  value,
  label: titleTestWords[value],
}));
const days = weekdays.map((value) => ({ value, label: weekdayWords[value] }));

export function TitleAnswer({ leaf, onChange }: PartProps<LeafOf<'title'>>): JSX.Element {
  const { test, text } = titleTestOf(leaf);
  const { ignoreCase } = leaf.title;
  const put = (nextTest: TitleTest, nextText: string): void =>
    onChange({ title: { [nextTest]: nextText, ignoreCase } });
  return (
    <>
      <div className={styles.line}>
        <Select
          label="How the title is tested"
          value={test}
          choices={titleTests}
          onChange={(next) => put(next, text)}
        />
        <TextInput
          aria-label="Text of the title"
          value={text}
          maxLength={test === 'matches' ? ruleLimits.titlePattern : ruleLimits.titleText}
          placeholder={test === 'matches' ? '^(lunch|dentist)\\b' : 'Lunch'}
          onChange={(next) => put(test, next)}
        />
      </div>
      <Checkbox
        label="Upper and lower case are the same"
        checked={ignoreCase}
        onChange={(next) => onChange({ title: { ...leaf.title, ignoreCase: next } })}
      />
    </>
  );
}

export function WeekdayAnswer({ leaf, onChange }: PartProps<LeafOf<'weekday'>>): JSX.Element {
  const { zone, days: chosen } = leaf.weekday;
  return (
    <>
      <ChipSet
        label="Starts on one of"
        values={chosen}
        choices={days}
        onChange={(next) => onChange({ weekday: { ...leaf.weekday, days: next } })}
      />
      <ZoneSelect
        label="In the zone"
        empty="In my zone"
        value={zone ?? null}
        onChange={(next) => onChange({ weekday: withZone({ days: chosen }, next) })}
      />
    </>
  );
}

export function TimeOfDayAnswer({ leaf, onChange }: PartProps<LeafOf<'timeOfDay'>>): JSX.Element {
  const { from, to, zone } = leaf.timeOfDay;
  return (
    <>
      <div className={styles.line}>
        <TextInput
          aria-label="From"
          value={from}
          placeholder="09:00"
          maxLength={5}
          size={5}
          onChange={(next) => onChange({ timeOfDay: { ...leaf.timeOfDay, from: next } })}
        />
        <span>to</span>
        <TextInput
          aria-label="To"
          value={to}
          placeholder="18:00"
          maxLength={5}
          size={5}
          onChange={(next) => onChange({ timeOfDay: { ...leaf.timeOfDay, to: next } })}
        />
      </div>
      <ZoneSelect
        label="In the zone"
        empty="In my zone"
        value={zone ?? null}
        onChange={(next) => onChange({ timeOfDay: withZone({ from, to }, next) })}
      />
    </>
  );
}

export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export function RangeAnswer(props: {
  readonly range: Range;
  readonly unit: string;
  readonly onChange: (range: Range) => void;
}): JSX.Element {
  const { range, unit, onChange } = props;
  const put = (key: 'min' | 'max', value: number | null): void => {
    onChange(value === null ? withoutKey(range, key) : { ...range, [key]: value });
  };
  return (
    <div className={styles.line}>
      <NumberInput
        label="At least"
        placeholder="any"
        min={0}
        value={range.min ?? null}
        onChange={(value) => put('min', value)}
      />
      <span>to</span>
      <NumberInput
        label="At most"
        placeholder="any"
        min={0}
        unit={unit}
        value={range.max ?? null}
        onChange={(value) => put('max', value)}
      />
    </div>
  );
}

function withZone<T extends object>(rest: T, zone: string | null): T & { zone?: string } {
  return zone === null ? rest : { ...rest, zone };
}
