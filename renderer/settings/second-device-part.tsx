import { KeyRound } from 'lucide-react';
import type { JSX } from 'react';
import { useAsked } from '../state/asked.ts';
import { useLocks } from '../state/locks.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';

/** Two devices of one person share a key, or each would take the other's blocks for a stranger's. */
export function SecondDevicePart(): JSX.Element {
  const { exports: locked } = useLocks();
  const [exporting, setExporting] = useAsked('exportKey');
  const [importing, setImporting] = useAsked('importKey');
  return (
    <Part title="Second device">
      <SettingRow
        title="Carry the key to another device"
        hint={
          locked ??
          'With it, Umbra there knows this device’s blocks as its own. The file is locked with a passphrase.'
        }
      >
        <Button
          icon={<KeyRound size={14} />}
          disabled={locked !== null}
          onClick={() => setExporting(true)}
        >
          Export key…
        </Button>
      </SettingRow>
      <SettingRow
        title="Take over the key of another device"
        hint="Before this device has written blocks of its own."
      >
        <Button onClick={() => setImporting(true)}>Import key…</Button>
      </SettingRow>
      {exporting && locked === null ? (
        <PassphraseDialog direction="export" onClose={() => setExporting(false)} />
      ) : null}
      {importing ? (
        <PassphraseDialog direction="import" onClose={() => setImporting(false)} />
      ) : null}
    </Part>
  );
}
