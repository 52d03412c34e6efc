import type { JSX } from 'react';
import type { DataProtection } from '../../shared/ipc/privacy.ts';
import { auditProofLimit } from '../../shared/view/audit-words.ts';
import { useDeed } from '../state/deed.ts';
import { Badge } from '../ui/badge.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { forwardingWords, retentionChoices } from './log-words.ts';
import page from '../ui/page.module.css';

/** How long the log of writes is kept, and whether it goes anywhere else. */
export function LogPart({ log }: { readonly log: DataProtection['log'] }): JSX.Element {
  const save = useDeed('saveSettings');
  const forwarding = forwardingWords(log.forwarding);
  return (
    <section className={page.part} aria-labelledby="privacy-log">
      <h2 id="privacy-log">The activity log</h2>
      <div className={page.rows}>
        <SettingRow
          title="Keep entries for"
          hint={
            log.retentionManaged
              ? 'Your organisation has set this.'
              : 'Whole days go at a time, and what is left still proves that it was not changed.'
          }
        >
          <Select
            label="Keep entries for"
            value={String(log.retentionDays)}
            choices={retentionChoices(log.retentionDays)}
            disabled={log.retentionManaged || save.busy}
            onChange={(days) => void save.run({ auditRetentionDays: Number(days) })}
          />
        </SettingRow>
        <SettingRow
          title="Forwarded to another system"
          hint={`${forwarding.hint} ${auditProofLimit}`}
        >
          <Badge tone={forwarding.tone}>{forwarding.state}</Badge>
        </SettingRow>
      </div>
    </section>
  );
}
