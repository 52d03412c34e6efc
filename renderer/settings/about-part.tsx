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
    </Part>
  );
}
