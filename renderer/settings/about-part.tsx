import { Scale } from 'lucide-react';
import type { JSX } from 'react';
import { createAppStore } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import { Part } from './part.tsx';

/** Which version this is, and what it promises. */
export function AboutPart(): JSX.Element {
  const version = useFeature(createAppStore, ({ value }) => value?.version ?? '');
  const [shown, setShown] = useAsked('licences');
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
        hint="Every component inside, with its version and its licence, as a list and as a bill of materials (CycloneDX)."
      >
        <Button icon={<Scale size={14} />} onClick={() => setShown(true)}>
          Licences…
        </Button>
      </SettingRow>
      {shown ? <LicencesDialog onClose={() => setShown(false)} /> : null}
    </Part>
  );
}
