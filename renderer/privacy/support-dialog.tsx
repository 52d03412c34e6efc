import type { JSX } from 'react';
import { remoteStore } from '../state/remote.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import styles from './privacy.module.css';

const createBundle = remoteStore('supportBundle', {}, []);

/** Shows the support file whole before it can be saved: what is sent to somebody was seen by its owner. */
export function SupportDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createBundle, (state) => state);
  const save = useDeed('saveSupportBundle');
  const run = async (): Promise<void> => {
    const done = await save.run({});
    if (done?.saved === true) onClose();
  };
  return (
    <Dialog
      open
      wide
      title="Support file"
      description="For somebody who helps you. Accounts, calendars and rules are only numbers in it: no names, addresses, titles, places or keys. Nothing is sent; you decide whom you give it to."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button busy={loading} onClick={() => void reload()}>
            Make anew
          </Button>
          <Button
            look="primary"
            busy={save.busy}
            disabled={value === null}
            onClick={() => void run()}
          >
            Save as shown…
          </Button>
        </>
      }
    >
      <Failure problem={problem} loading={loading} reload={reload} />
      <pre className={styles.bundle} tabIndex={0} aria-label="The whole file">
        {value?.text ?? 'One moment…'}
      </pre>
    </Dialog>
  );
}
