import { Download, Ellipsis, Upload } from 'lucide-react';
import type { JSX } from 'react';
import { useDeed } from '../state/deed.ts';
import { useLocks } from '../state/locks.ts';
import { useShelf } from '../state/stores.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { importRules } from './import-rules.ts';

/** Import and export of rule files, through the system's own dialogs. */
export function FileMenu(): JSX.Element {
  const shelf = useShelf();
  const write = useDeed('exportRules');
  const locks = useLocks();
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Import and export" icon={<Ellipsis size={16} />} />}
      entries={[
        {
          id: 'add',
          label: 'Import a file, beside these rules…',
          icon: <Download size={14} />,
          reason: locks.ownRules,
          onChoose: () => void importRules(shelf, 'beside'),
        },
        {
          id: 'replace',
          label: 'Import a file in their place…',
          icon: <Download size={14} />,
          reason: locks.ownRules,
          onChoose: () => void importRules(shelf, 'instead'),
        },
        {
          id: 'export',
          label: 'Export the rules in force…',
          icon: <Upload size={14} />,
          apart: true,
          disabled: write.busy,
          reason: locks.exports,
          onChoose: () => void write.run({}),
        },
      ]}
    />
  );
}
