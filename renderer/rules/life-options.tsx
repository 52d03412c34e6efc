import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { hintOf, onDeleteChoices, onEditChoices } from './option-words.ts';
import { useOptions, type OptionsEdit } from './use-options.ts';

/** What becomes of blocks after they were written. */
export function LifeOptions(): JSX.Element | null {
  const edit = useOptions();
  if (edit === null) return null;
  const { options, off, put, error } = edit;
  return (
    <>
      <SettingRow
        title="Skip where busy already"
        hint="No block where events of the target itself cover the whole time."
        error={error('skipWhenBusy')}
      >
        <Switch
          label="Skip where busy already"
          labelHidden
          checked={options.skipWhenBusy}
          disabled={off}
          onChange={(next) => put('skipWhenBusy', next)}
        />
      </SettingRow>
      <SettingRow
        title="If somebody edits a block"
        hint={hintOf(onEditChoices, options.onEdit)}
        error={error('onEdit')}
      >
        <Select
          label="If somebody edits a block"
          value={options.onEdit}
          choices={onEditChoices}
          disabled={off}
          onChange={(next) => put('onEdit', next)}
        />
      </SettingRow>
      <SettingRow
        title="If somebody deletes a block"
        hint={hintOf(onDeleteChoices, options.onDelete)}
        error={error('onDelete')}
      >
        <Select
          label="If somebody deletes a block"
          value={options.onDelete}
          choices={onDeleteChoices}
          disabled={off}
          onChange={(next) => put('onDelete', next)}
        />
      </SettingRow>
      <RetentionRow edit={edit} />
    </>
  );
}

function RetentionRow({
  edit: { options, put, error },
}: {
  readonly edit: OptionsEdit;
}): JSX.Element {
  return (
    <SettingRow
      title="Remove past blocks after"
      hint="Empty: past blocks stay as history."
      error={error('retentionDays')}
    >
      <NumberInput
        label="Remove past blocks after"
        unit="days"
        placeholder="never"
        min={1}
        max={ruleLimits.retentionDays}
        value={options.retentionDays}
        onChange={(value) => put('retentionDays', value)}
      />
    </SettingRow>
  );
}
