import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState, type JSX } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import { useDeed } from '../state/deed.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** Works through the chain from its beginning and says whether it is whole. */
export function VerifyButton(): JSX.Element {
  const verify = useDeed('verifyActivity');
  const [found, setFound] = useState<Output<'verifyActivity'> | null>(null);
  const run = async (): Promise<void> => {
    setFound(null);
    setFound(await verify.run({}));
  };
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
      <Button icon={<ShieldCheck size={14} />} busy={verify.busy} onClick={() => void run()}>
        Verify the chain
      </Button>
    </>
  );
}
