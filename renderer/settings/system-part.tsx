import type { JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { createPolicyStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useFeature } from '../state/stores.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { Part } from './part.tsx';
import { hintUnderPolicy } from './policy-words.ts';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Notifications, start and looks. */
export function SystemPart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const locked = useFeature(createPolicyStore, ({ value }) => value?.locks.startAtLogin ?? false);
  return (
    <Part title="System">
      <SettingRow
        title="Notifications"
        hint="For new double bookings, held removals and accounts that need you. Never with a title."
      >
        <Switch
          label="Notifications"
          labelHidden
          checked={settings.notifications}
          onChange={(notifications) => void save.run({ notifications })}
        />
      </SettingRow>
      <SettingRow
        title="Start at login"
        hint={hintUnderPolicy(
          'In the tray, without a window. Blocks are kept up to date only while Umbra runs. If it goes off again, the system forbids it: allow Umbra in its own settings.',
          locked,
        )}
      >
        <Switch
          label="Start at login"
          labelHidden
          checked={settings.startAtLogin}
          disabled={locked}
          onChange={(startAtLogin) => void save.run({ startAtLogin })}
        />
      </SettingRow>
      <SettingRow title="Appearance">
        <Segmented
          label="Appearance"
          value={settings.theme}
          choices={themes}
          onChange={(theme) => void save.run({ theme })}
        />
      </SettingRow>
    </Part>
  );
}
