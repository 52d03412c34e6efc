import { Download } from 'lucide-react';
import type { JSX } from 'react';
import type { Component } from '../../shared/ipc/about.ts';
import { remoteStore } from '../state/remote.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Table, type Column } from '../ui/table.tsx';

const createComponents = remoteStore('components', {}, []);

const columns: readonly Column<Component>[] = [
  { id: 'name', title: 'Component', cell: ({ name }) => name },
  { id: 'version', title: 'Version', cell: ({ version }) => version },
  { id: 'licence', title: 'Licence', cell: ({ licence }) => licence },
];

/** Whose work is inside of this copy, for people who have to know. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { value, problem, reload } = useFeature(createComponents, (state) => state);
  const save = useDeed('saveNotices');
  const none = value !== null && value.components === null;
  const saving = (what: 'bill' | 'licences') => () => void save.run({ what });
  return (
    <Dialog
      open
      wide
      title="Licences"
      description="Umbra contains the work of others. Their licences allow it on the terms that the text of each names."
      onClose={onClose}
      actions={
        <>
          <Button
            icon={<Download size={14} />}
            disabled={none || save.busy}
            onClick={saving('licences')}
          >
            Save all texts…
          </Button>
          <Button
            icon={<Download size={14} />}
            disabled={none || save.busy}
            onClick={saving('bill')}
          >
            Save the bill of materials…
          </Button>
        </>
      }
    >
      {problem === null ? null : (
        <ErrorNote problem={problem} mend={{ words: 'Try again', run: () => void reload() }} />
      )}
      {value === null && problem === null ? <Spinner /> : null}
      {none ? (
        <p>
          This copy was built without its bill of materials. Every package that is handed out has
          it, beside the program.
        </p>
      ) : (
        <Table
          label="Components"
          columns={columns}
          rows={value?.components ?? []}
          rowKey={({ name, version }) => `${name} ${version}`}
        />
      )}
    </Dialog>
  );
}
