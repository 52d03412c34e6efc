import { Telescope } from 'lucide-react';
import type { JSX } from 'react';
import { useDeed } from '../state/deed.ts';
import { Button } from '../ui/button.tsx';

/** Starts the built-in simulated clouds: the whole product, and no account needed. */
export function SampleButton({ onDone }: { readonly onDone?: () => void }): JSX.Element {
  const start = useDeed('startSample');
  return (
    <Button
      icon={<Telescope size={14} />}
      busy={start.busy}
      onClick={() => {
        void start.run({}).then((done) => {
          if (done !== null) onDone?.();
        });
      }}
    >
      Explore with sample calendars
    </Button>
  );
}
