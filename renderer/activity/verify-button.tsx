import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { createVerification } from './verification-store.ts';

/** Works through the chain from its beginning and says whether it is whole. */
export function VerifyButton(): JSX.Element {
  const { busy, found, verify } = useFeature(createVerification, (state) => state);
  return (
    <>
      <span role="status">
        {found === null ? null : found.fault === null ? (
          <Badge tone="good" icon={<ShieldCheck size={12} />}>
            {`Whole: ${found.entries.toLocaleString('en')} entries from #${found.from}`}
          </Badge>
        ) : (
          <Badge tone="bad" icon={<ShieldAlert size={12} />}>
            {`${found.fault.sentence} Export the log and tell your administrator.`}
          </Badge>
        )}
      </span>
      <Button icon={<ShieldCheck size={14} />} busy={busy} onClick={() => void verify()}>
        Verify the chain
      </Button>
    </>
  );
}
