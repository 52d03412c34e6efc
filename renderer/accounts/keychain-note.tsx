import { LockOpen } from 'lucide-react';
import { useState, type JSX } from 'react';
import { useDeed } from '../state/deed.ts';
import { createSignInSetup } from '../state/sign-in-setup.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import styles from './keychain-note.module.css';

/** Stands there as long as this computer protects no sign-ins, and lets the user decide what to make of that. */
export function KeychainNote(): JSX.Element | null {
  const setup = useFeature(createSignInSetup, ({ value }) => value);
  const keep = useDeed('keepUnprotected');
  const [asking, setAsking] = useState(false);
  if (setup === null || setup.keeping === null || setup.keeping === 'protected') return null;
  const session = setup.keeping === 'session';
  const take = async (): Promise<void> => {
    if ((await keep.run({ keep: true })) !== null) setAsking(false);
  };
  return (
    <div role="status" className={styles.note}>
      <LockOpen size={16} aria-hidden="true" />
      <p>{session ? sessionWords(setup.mayKeepUnprotected) : unprotectedWords}</p>
      {session ? (
        <Button size="small" disabled={!setup.mayKeepUnprotected} onClick={() => setAsking(true)}>
          Keep them all the same…
        </Button>
      ) : (
        <Button size="small" busy={keep.busy} onClick={() => void keep.run({ keep: false })}>
          Keep in memory only
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title="Keep sign-ins without protection?"
        description="Whoever can read your files, such as a backup, another user with your password or a thief of this disk, could then read your calendars as you. Better: install a keychain (GNOME Keyring or KWallet) and start Umbra again."
        verb="Keep them on disk"
        danger
        busy={keep.busy}
        onConfirm={() => void take()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

const sessionWords = (mayKeep: boolean): string =>
  `This computer has no keychain that protects sign-ins. They stay in memory, and you sign in again after each start.${
    mayKeep ? '' : ' Your organisation allows nothing else.'
  }`;

const unprotectedWords =
  'Sign-ins are kept on this computer without the protection of a keychain, as you chose.';
