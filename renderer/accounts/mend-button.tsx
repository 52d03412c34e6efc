import type { JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { useDeed } from '../state/deed.ts';
import { requestCopied } from './account-words.ts';
import { Button } from '../ui/button.tsx';

/** The one button that mends an account; nothing where nothing is to mend, or only waiting helps. */
export function MendButton({ account }: { readonly account: AccountView }): JSX.Element | null {
  const signIn = useDeed('signInAgain');
  const retry = useDeed('syncNow');
  const copy = useDeed('copyText');
  const request = useDeed('adminRequest');
  const { mend } = account;
  if (mend === null) return null;
  const askAdmin = async (): Promise<void> => {
    const ready = await request.run({ id: account.id });
    if (ready !== null) await copy.run({ text: ready.text }, requestCopied);
  };
  const run = (): void => {
    switch (mend.verb) {
      case 'signIn':
        void signIn.run({ id: account.id }, 'Signed in again.');
        return;
      case 'askAdmin':
        void askAdmin();
        return;
      case 'retry':
        void retry.run({});
    }
  };
  return (
    <Button
      look="primary"
      busy={signIn.busy || retry.busy || copy.busy || request.busy}
      onClick={run}
    >
      {mend.words}
    </Button>
  );
}
