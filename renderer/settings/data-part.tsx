import { Download, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import { useAsked } from '../state/asked.ts';
import { useDeed } from '../state/deed.ts';
import { useLocks } from '../state/locks.ts';
import { go } from '../state/route.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { Part } from './part.tsx';

/** Export everything, erase everything. */
export function DataPart(): JSX.Element {
  const save = useDeed('exportData');
  const { exports: locked } = useLocks();
  const [erasing, setErasing] = useAsked('erase');
  return (
    <Part title="Your data">
      <SettingRow
        title="Data protection"
        hint="What is stored where and for how long, what leaves this computer, and to whom."
      >
        <Button onClick={() => go('privacy')}>Show</Button>
      </SettingRow>
      <SettingRow
        title="Export everything"
        hint={
          locked ?? 'All that Umbra holds, as one JSON file. Sign-ins and keys are never in it.'
        }
      >
        <Button
          icon={<Download size={14} />}
          busy={save.busy}
          disabled={locked !== null}
          onClick={() => void save.run({})}
        >
          Export…
        </Button>
      </SettingRow>
      <SettingRow
        title="Erase everything"
        hint="Accounts, rules, the log and, if you wish, every block ever written."
      >
        <Button icon={<Trash2 size={14} />} onClick={() => setErasing(true)}>
          Erase…
        </Button>
      </SettingRow>
      {erasing ? <EraseDialog onClose={() => setErasing(false)} /> : null}
    </Part>
  );
}
