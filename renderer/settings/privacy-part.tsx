import type { JSX } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';
import { useDeed } from '../state/deed.ts';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { Part } from './part.tsx';

/** What people beside you, or in a shared screen, can read. */
export function PrivacyPart({ settings }: { readonly settings: Settings }): JSX.Element {
  const save = useDeed('saveSettings');
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
        hint="As far as the system can. On Linux it can’t; on older macOS some programs see it all the same."
      >
        <Switch
          label="Keep this window out of screen sharing"
          labelHidden
          checked={settings.contentProtection}
          onChange={(contentProtection) => void save.run({ contentProtection })}
        />
      </SettingRow>
    </Part>
  );
}
