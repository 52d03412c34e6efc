import { LifeBuoy } from 'lucide-react';
import type { JSX } from 'react';
import { useAsked } from '../state/asked.ts';
import { remoteStore } from '../state/remote.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { Screen } from '../ui/screen.tsx';
import { HostTable } from './host-table.tsx';
import { LogPart } from './log-part.tsx';
import { StoreTable } from './store-table.tsx';
import { SupportDialog } from './support-dialog.tsx';
import page from '../ui/page.module.css';

const createDataProtection = remoteStore('dataProtection', {}, ['settings', 'activity']);

/** What is stored where and how long, what leaves the machine and to whom. */
export default function PrivacyScreen(): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createDataProtection, (state) => state);
  const [helping, setHelping] = useAsked('support');
  return (
    <Screen
      title="Data protection"
      note="There is no server of ours, no account with us and no telemetry."
      actions={
        <Button icon={<LifeBuoy size={14} />} onClick={() => setHelping(true)}>
          Support file…
        </Button>
      }
    >
      <div className={page.page}>
        <Failure problem={problem} loading={loading} reload={reload} />
        {value === null ? null : (
          <>
            <StoreTable stores={value.stores} />
            <LogPart log={value.log} />
            <HostTable hosts={value.hosts} />
          </>
        )}
      </div>
      {helping ? <SupportDialog onClose={() => setHelping(false)} /> : null}
    </Screen>
  );
}
