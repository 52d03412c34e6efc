import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import { weekdays } from '../../shared/model/weekday.ts';
import { ChipSet } from '../ui/chip-set.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import { allDayChoices, hintOf, roundChoices } from './option-words.ts';
import { weekdayWords } from './questions.ts';
import { useOptions, type OptionsEdit } from './use-options.ts';
import { withoutKey } from '../../shared/rules/without-key.ts';
import styles from './rule-editor.module.css';

const rounds = roundChoices.map(({ value, label }) => ({ value: String(value), label }));
const days = weekdays.map((value) => ({ value, label: weekdayWords[value] }));

/** When blocks lie: buffers, rounding, all-day events, merging. */
export function TimeOptions(): JSX.Element | null {
  const edit = useOptions();
  if (edit === null) return null;
  return (
    <>
      <MinutesRow
        edit={edit}
        option="bufferBefore"
        title="Buffer before"
        hint="The block begins earlier, for the way there."
        max={ruleLimits.bufferMinutes}
      />
      <MinutesRow
        edit={edit}
        option="bufferAfter"
        title="Buffer after"
        hint="The block ends later, for the way back."
        max={ruleLimits.bufferMinutes}
      />
      <RoundRow edit={edit} />
      <AllDayRow edit={edit} />
      {edit.options.allDay === 'workingHours' ? <WorkingHours edit={edit} /> : null}
      <MergeRow edit={edit} />
      {edit.options.merge || edit.options.mergeGap > 0 ? (
        <MinutesRow
          edit={edit}
          option="mergeGap"
          title="Merge across gaps of"
          hint="Free time between two blocks up to this length is blocked too."
          max={ruleLimits.mergeGapMinutes}
        />
      ) : null}
    </>
  );
}

interface RowProps {
  readonly edit: OptionsEdit;
}

function MinutesRow(
  props: RowProps & {
    readonly option: 'bufferBefore' | 'bufferAfter' | 'mergeGap';
    readonly title: string;
    readonly hint: string;
    readonly max: number;
  },
): JSX.Element {
  const { edit, option, title, hint, max } = props;
  return (
    <SettingRow title={title} hint={hint} error={edit.error(option)}>
      <NumberInput
        label={title}
        unit="min"
        min={0}
        max={max}
        step={5}
        value={edit.options[option]}
        onChange={(value) => edit.put(option, value ?? 0)}
      />
    </SettingRow>
  );
}

function RoundRow({ edit: { options, off, put, error } }: RowProps): JSX.Element {
  return (
    <SettingRow
      title="Round outwards"
      hint={hintOf(roundChoices, options.roundTo)}
      error={error('roundTo')}
    >
      <Select
        label="Round outwards"
        value={String(options.roundTo)}
        choices={rounds}
        disabled={off}
        onChange={(next) => {
          const chosen = roundChoices.find(({ value }) => String(value) === next);
          if (chosen !== undefined) put('roundTo', chosen.value);
        }}
      />
    </SettingRow>
  );
}

function AllDayRow({ edit: { options, off, put, error } }: RowProps): JSX.Element {
  return (
    <SettingRow
      title="All-day events"
      hint={hintOf(allDayChoices, options.allDay)}
      error={error('allDay')}
    >
      <Select
        label="All-day events"
        value={options.allDay}
        choices={allDayChoices}
        disabled={off}
        onChange={(next) => put('allDay', next)}
      />
    </SettingRow>
  );
}

function MergeRow({ edit: { options, off, put, error } }: RowProps): JSX.Element {
  return (
    <SettingRow
      title="Merge blocks"
      hint="Blocks that touch or overlap become one, which hides how many meetings there are."
      error={error('merge')}
    >
      <Switch
        label="Merge blocks"
        labelHidden
        checked={options.merge}
        disabled={off}
        onChange={(merge) => put('merge', merge)}
      />
    </SettingRow>
  );
}

function WorkingHours({ edit }: RowProps): JSX.Element {
  const hours = edit.options.workingHours;
  const put = (next: typeof hours): void => edit.put('workingHours', next);
  return (
    <>
      <SettingRow title="Working hours" error={edit.error('workingHours')}>
        <span className={styles.pair}>
          <TextInput
            aria-label="Working hours from"
            value={hours.from}
            size={5}
            maxLength={5}
            onChange={(from) => put({ ...hours, from })}
          />
          <TextInput
            aria-label="Working hours to"
            value={hours.to}
            size={5}
            maxLength={5}
            onChange={(to) => put({ ...hours, to })}
          />
        </span>
      </SettingRow>
      <SettingRow title="Working days">
        <ChipSet
          label="Working days"
          values={hours.days}
          choices={days}
          disabled={edit.off}
          onChange={(next) => put({ ...hours, days: next })}
        />
      </SettingRow>
      <SettingRow title="In the zone">
        <ZoneSelect
          label="Zone of the working hours"
          empty="In my zone"
          value={hours.zone ?? null}
          disabled={edit.off}
          onChange={(zone) => {
            put(zone === null ? withoutKey(hours, 'zone') : { ...hours, zone });
          }}
        />
      </SettingRow>
    </>
  );
}
