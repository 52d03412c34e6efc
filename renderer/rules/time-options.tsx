import type { JSX } from 'react';
import { weekdays } from '../../shared/model/wall-time.ts';
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
import styles from './rule-editor.module.css';

const rounds = roundChoices.map(({ value, label }) => ({ value: String(value), label }));
const days = weekdays.map((value) => ({ value, label: weekdayWords[value] }));

/** When blocks lie: buffers, rounding, all-day events, merging. */
export function TimeOptions(): JSX.Element | null {
  const edit = useOptions();
  if (edit === null) return null;
  const { options, off, put, error } = edit;
  return (
    <>
      <SettingRow
        title="Buffer before"
        hint="The block begins earlier, for the way there."
        error={error('bufferBefore')}
      >
        <NumberInput
          label="Buffer before"
          unit="min"
          min={0}
          max={240}
          step={5}
          value={options.bufferBefore}
          onChange={(value) => put('bufferBefore', value ?? 0)}
        />
      </SettingRow>
      <SettingRow
        title="Buffer after"
        hint="The block ends later, for the way back."
        error={error('bufferAfter')}
      >
        <NumberInput
          label="Buffer after"
          unit="min"
          min={0}
          max={240}
          step={5}
          value={options.bufferAfter}
          onChange={(value) => put('bufferAfter', value ?? 0)}
        />
      </SettingRow>
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
      {options.allDay === 'workingHours' ? <WorkingHours edit={edit} /> : null}
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
          onChange={(merge) => {
            put('merge', merge);
            if (!merge) put('mergeGap', 0);
          }}
        />
      </SettingRow>
      {options.merge || options.mergeGap > 0 ? (
        <SettingRow
          title="Merge across gaps of"
          hint="Free time between two blocks up to this length is blocked too."
          error={error('mergeGap')}
        >
          <NumberInput
            label="Merge across gaps of"
            unit="min"
            min={0}
            max={120}
            step={5}
            value={options.mergeGap}
            onChange={(value) => put('mergeGap', value ?? 0)}
          />
        </SettingRow>
      ) : null}
    </>
  );
}

function WorkingHours({ edit }: { readonly edit: OptionsEdit }): JSX.Element {
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
            const { zone: _, ...rest } = hours;
            put(zone === null ? rest : { ...rest, zone });
          }}
        />
      </SettingRow>
    </>
  );
}
