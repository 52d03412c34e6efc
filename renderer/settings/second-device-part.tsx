import { KeyRound } from 'lucide-react';
import { useState, type JSX } from 'react';
import { Button } from '../ui/button.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';
import { PassphraseDialog, type Direction } from './passphrase-dialog.tsx';

/** Two devices of one person share a key, or each would take the other's blocks for a stranger's. */
export function SecondDevicePart(): JSX.Element {
  const [direction, setDirection] = useState<Direction | null>(null);
  return (
    <Part title="Second device">
      <SettingRow
        title="Carry the key to another device"
        hint="With it, Umbra there knows this device’s blocks as its own. The file is locked with a passphrase."
      >
        <Button icon={<KeyRound size={14} />} onClick={() => setDirection('export')}>
          Export key…
        </Button>
      </SettingRow>
      <SettingRow
        title="Take over the key of another device"
        hint="Before this device has written blocks of its own."
      >
        <Button onClick={() => setDirection('import')}>Import key…</Button>
      </SettingRow>
      {direction === null ? null : (
        <PassphraseDialog direction={direction} onClose={() => setDirection(null)} />
      )}
    </Part>
  );
}
