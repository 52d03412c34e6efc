import type { JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { createPolicyStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';
import { hintUnderPolicy } from './policy-words.ts';
import { upTo, withValue } from '../../shared/view/settings-choice.ts';
import { horizonChoices, pastChoices } from './settings-words.ts';

/** How far back and ahead blocks are written. */
export function SyncPart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const { window } = settings;
  const most = useFeature(createPolicyStore, ({ value }) => value?.locks.mostDaysAhead ?? null);
  const choices = (list: ReturnType<typeof withValue>): { value: string; label: string }[] =>
    list.map(({ value, label }) => ({ value: String(value), label }));
  return (
    <Part title="Time span">
      <SettingRow
        title="Look ahead"
        hint={hintUnderPolicy(
          'Blocks are written this far into the future. A longer time needs more requests.',
          most !== null,
        )}
      >
        <Select
          label="Look ahead"
          value={String(window.futureDays)}
          choices={choices(withValue(upTo(most, horizonChoices), window.futureDays))}
          onChange={(days) => void save.run({ window: { ...window, futureDays: Number(days) } })}
        />
      </SettingRow>
      <SettingRow title="Look back" hint="Earlier blocks stay as history and are left alone.">
        <Select
          label="Look back"
          value={String(window.pastDays)}
          choices={choices(withValue(pastChoices, window.pastDays))}
          onChange={(days) => void save.run({ window: { ...window, pastDays: Number(days) } })}
        />
      </SettingRow>
    </Part>
  );
}
