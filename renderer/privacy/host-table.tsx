import { Copy } from 'lucide-react';
import type { JSX } from 'react';
import type { DataProtection } from '../../shared/ipc/privacy.ts';
import { useDeed } from '../state/deed.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { hostLines } from './host-lines.ts';
import page from '../ui/page.module.css';

/** Where data goes on the network: what a firewall has to let through. */
export function HostTable({ hosts }: { readonly hosts: DataProtection['hosts'] }): JSX.Element {
  const copy = useDeed('copyText');
  return (
    <section className={page.part} aria-labelledby="privacy-hosts">
      <div className={page.head}>
        <h2 id="privacy-hosts">On the network</h2>
        <Button
          size="small"
          icon={<Copy size={14} />}
          busy={copy.busy}
          onClick={() => void copy.run({ text: hostLines(hosts) }, 'The list was copied.')}
        >
          Copy for the firewall
        </Button>
      </div>
      <p className={page.note}>
        These hosts and no others, over TLS; only those of your accounts’ providers are ever asked.
        Which calendar shows what on which other one is on the Health page.
      </p>
      <Table
        label="Hosts that Umbra speaks to"
        columns={[
          {
            id: 'host',
            title: 'Host',
            cell: ({ host, port }) => <code>{`${host}:${port}`}</code>,
          },
          { id: 'service', title: 'For', cell: ({ service }) => service },
          {
            id: 'purpose',
            title: 'What for',
            cell: ({ purpose, browserOnly }) =>
              browserOnly ? `${purpose}, in your browser` : purpose,
          },
        ]}
        rows={hosts}
        rowKey={({ host }) => host}
      />
    </section>
  );
}
