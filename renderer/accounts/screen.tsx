import { CircleUser, Plus } from 'lucide-react';
import type { JSX } from 'react';
import { createAccountsStore } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { Screen } from '../ui/screen.tsx';
import { AccountCard } from './account-card.tsx';
import { AddAccountDialog } from './add-account-dialog.tsx';
import { KeychainNote } from './keychain-note.tsx';
import { LeavingCard } from './leaving-card.tsx';
import { SampleButton } from './sample-button.tsx';
import styles from './accounts.module.css';

/** Every sign-in with its state in words, and its calendars. */
export default function AccountsScreen(): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createAccountsStore, (state) => state);
  const [adding, setAdding] = useAsked('add');
  const locks = useLocks();
  const locked = locks.provider('microsoft') === null ? null : locks.provider('google');
  const add = (
    <Button
      look="primary"
      icon={<Plus size={14} />}
      disabled={locked !== null}
      onClick={() => setAdding(true)}
    >
      Add account
    </Button>
  );
  return (
    <Screen title="Accounts" note={locked ?? 'Sign-ins stay on this computer.'} actions={add}>
      <div className={styles.page}>
        <KeychainNote />
        <Failure problem={problem} loading={loading} reload={reload} />
        {value?.length === 0 ? (
          <EmptyState
            icon={<CircleUser size={22} />}
            title="No account yet"
            actions={
              <>
                {add}
                <SampleButton />
              </>
            }
          >
            Connect Microsoft 365, Outlook.com or Google, or look around with the calendars of an
            invented person first. They live in a simulated cloud on this computer.
          </EmptyState>
        ) : null}
        {(value ?? []).map((account) =>
          account.state === 'removing' ? (
            <LeavingCard key={account.id} account={account} />
          ) : (
            <AccountCard key={account.id} account={account} />
          ),
        )}
      </div>
      <AddAccountDialog open={adding} onClose={() => setAdding(false)} />
    </Screen>
  );
}
