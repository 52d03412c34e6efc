import { Download, Ellipsis, Upload } from 'lucide-react';
import type { JSX } from 'react';
import { createRulesStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { createDrafts } from './drafts-store.ts';
import { addRules } from './rule-list.ts';

/** Import and export of rule files, through the system's own dialogs. */
export function FileMenu(): JSX.Element {
  const bringIn = useDeed('importRules');
  const write = useDeed('exportRules');
  const locks = useLocks();
  const edit = useFeature(createDrafts, (state) => state.edit);
  const locked = (useFeature(createRulesStore, ({ value }) => value) ?? [])
    .filter((view) => view.locked !== null)
    .map((view): string => view.rule.id);
  const importFile = async (replace: boolean): Promise<void> => {
    const answer = await bringIn.run({});
    const rules = answer?.rules ?? null;
    if (rules === null) return;
    edit((all) => addRules(replace ? all.filter(({ id }) => locked.includes(id)) : all, rules));
  };
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Import and export" icon={<Ellipsis size={16} />} />}
      entries={[
        {
          id: 'add',
          label: 'Import a file, beside these rules…',
          icon: <Download size={14} />,
          disabled: bringIn.busy,
          reason: locks.ownRules,
          onChoose: () => void importFile(false),
        },
        {
          id: 'replace',
          label: 'Import a file in their place…',
          icon: <Download size={14} />,
          disabled: bringIn.busy,
          reason: locks.ownRules,
          onChoose: () => void importFile(true),
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
