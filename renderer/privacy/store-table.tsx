import type { JSX } from 'react';
import type { DataProtection } from '../../shared/ipc/privacy.ts';
import { go } from '../state/route.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import styles from './privacy.module.css';
import page from '../ui/page.module.css';

/** What lies on this computer. */
export function StoreTable({ stores }: { readonly stores: DataProtection['stores'] }): JSX.Element {
  return (
    <section className={page.part} aria-labelledby="privacy-stores">
      <div className={page.head}>
        <h2 id="privacy-stores">On this computer</h2>
        <Button size="small" onClick={() => go('settings')}>
          Export or erase everything
        </Button>
      </div>
      <p className={page.note}>
        Everything lies in one folder that only you may open. On calendars, Umbra leaves blocks and
        nothing else; what is erased on a calendar may stay in its provider’s own history.
      </p>
      <Table
        label="What lies on this computer"
        columns={[
          {
            id: 'name',
            title: 'File',
            cell: ({ name }) => <code className={styles.file}>{name}</code>,
          },
          { id: 'holds', title: 'Holds', cell: ({ holds }) => holds },
          { id: 'kept', title: 'Kept', cell: ({ kept }) => kept },
        ]}
        rows={stores}
        rowKey={({ name }) => name}
      />
    </section>
  );
}
