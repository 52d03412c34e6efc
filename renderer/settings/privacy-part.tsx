import type { JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { createPolicyStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { Part } from './part.tsx';
import { hintUnderPolicy } from './policy-words.ts';

/** What people beside you, or in a shared screen, can read. */
export function PrivacyPart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
  const locked = useFeature(
    createPolicyStore,
    ({ value }) => value?.locks.contentProtection ?? false,
  );
  return (
    <Part title="Privacy">
      <SettingRow
        title="Hide titles until pointed at"
        hint="Titles of events are blurred in this window, for work on trains and in meetings."
      >
        <Switch
          label="Hide titles until pointed at"
          labelHidden
          checked={settings.hideTitles}
          onChange={(hideTitles) => void save.run({ hideTitles })}
        />
      </SettingRow>
      <SettingRow
        title="Keep this window out of screen sharing"
        hint={hintUnderPolicy(
          'As far as the system can. On Linux it can’t; on older macOS some programs see it all the same.',
          locked,
        )}
      >
        <Switch
          label="Keep this window out of screen sharing"
          labelHidden
          checked={settings.contentProtection}
          disabled={locked}
          onChange={(contentProtection) => void save.run({ contentProtection })}
        />
      </SettingRow>
    </Part>
  );
}
