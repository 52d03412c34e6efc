import type { JSX } from 'react';
import { createAppStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';

/** Which version this is, and what it promises. */
export function AboutPart(): JSX.Element {
  const version = useFeature(createAppStore, ({ value }) => value?.version ?? '');
  return (
    <Part title="About">
      <SettingRow
        title={`Umbra ${version}`}
        hint="Every event casts a shadow. Umbra runs on this computer and talks to Microsoft and Google directly; there is no server of ours, no account with us and no telemetry."
      >
        {null}
      </SettingRow>
      <SettingRow
        title="Updates"
        hint="Umbra never updates itself and asks nobody whether there is a newer version. A new one comes as a signed package from where you got this one: your administrator, your distribution or the download page."
      >
        {null}
      </SettingRow>
      <SettingRow
        title="Work of others"
        hint="The folder in which Umbra is installed holds licences.txt, with the licences of everything inside, and a bill of materials (CycloneDX)."
      >
        {null}
      </SettingRow>
    </Part>
  );
}
