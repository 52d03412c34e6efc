import type { JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { useDeed } from '../state/deed.ts';
import { Button } from '../ui/button.tsx';
import { adminMail } from './account-words.ts';

/** The one button that mends an account; nothing where nothing is to mend, or only waiting helps. */
export function MendButton({ account }: { readonly account: AccountView }): JSX.Element | null {
  const signIn = useDeed('signInAgain');
  const retry = useDeed('syncNow');
  const copy = useDeed('copyText');
  const { mend } = account;
  if (mend === null) return null;
  const run = (): void => {
    switch (mend.verb) {
      case 'signIn':
        void signIn.run({ id: account.id }, 'Signed in again.');
        return;
      case 'askAdmin':
        void copy.run(
          { text: adminMail(account) },
          'Copied. Paste it into a mail to your administrator.',
        );
        return;
      case 'retry':
        void retry.run({});
    }
  };
  return (
    <Button look="primary" busy={signIn.busy || retry.busy || copy.busy} onClick={run}>
      {mend.words}
    </Button>
  );
}
