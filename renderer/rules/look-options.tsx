import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { hintOf, showAsChoices, visibilityChoices } from './option-words.ts';
import { useOptions } from './use-options.ts';

/** How blocks look on the target. */
export function LookOptions(): JSX.Element | null {
  const edit = useOptions();
  if (edit === null) return null;
  const { options, off, put, error } = edit;
  return (
    <>
      <SettingRow
        title="Show as"
        hint={`${hintOf(showAsChoices, options.showAs)} Never free.`}
        error={error('showAs')}
      >
        <Select
          label="Show as"
          value={options.showAs}
          choices={showAsChoices}
          disabled={off}
          onChange={(next) => put('showAs', next)}
        />
      </SettingRow>
      <SettingRow
        title="Privacy of the block"
        hint={hintOf(visibilityChoices, options.visibility)}
        error={error('visibility')}
      >
        <Select
          label="Privacy of the block"
          value={options.visibility}
          choices={visibilityChoices}
          disabled={off}
          onChange={(next) => put('visibility', next)}
        />
      </SettingRow>
      <SettingRow
        title="Category or colour"
        hint="An Outlook category’s name, or a Google colour number from 1 to 11. Empty: none."
        error={error('color')}
      >
        <TextInput
          aria-label="Category or colour"
          value={options.color ?? ''}
          maxLength={ruleLimits.color}
          placeholder="none"
          onChange={(text) => put('color', text === '' ? null : text)}
        />
      </SettingRow>
    </>
  );
}
