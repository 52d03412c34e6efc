import { Plus, Telescope } from 'lucide-react';
import { useState, type JSX } from 'react';
import { AddAccountDialog } from '../accounts/add-account-dialog.tsx';
import { SampleButton } from '../accounts/sample-button.tsx';
import { providerWords, stateWords } from '../accounts/account-words.ts';
import { createAccountsStore } from '../state/app.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { Foreign } from '../ui/foreign.tsx';
import styles from './start.module.css';

/** A real account, or the calendars of an invented person. */
export function ConnectStep({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createAccountsStore, (state) => state);
  const [adding, setAdding] = useState(false);
  const locks = useLocks();
  const locked = locks.provider('microsoft') === null ? null : locks.provider('google');
  return (
    <>
      <Failure problem={problem} loading={loading} reload={reload} />
      <div className={styles.ways}>
        <div className={styles.way}>
          <Plus size={20} aria-hidden="true" />
          <h2>Connect an account</h2>
          <p>Microsoft 365, Outlook.com or Google. As many as you have, one after the other.</p>
          <Button look="primary" disabled={locked !== null} onClick={() => setAdding(true)}>
            Add account
          </Button>
          {locked === null ? null : <p>{locked}</p>}
        </div>
        <div className={styles.way}>
          <Telescope size={20} aria-hidden="true" />
          <h2>Look around first</h2>
          <p>Nine accounts of an invented person, in a simulated cloud on this computer.</p>
          <SampleButton onDone={onDone} />
        </div>
      </div>
      {value === null || value.length === 0 ? null : (
        <ul className={styles.connected} aria-label="Connected accounts">
          {value.map((account) => (
            <li key={account.id}>
              <Foreign text={account.label} max={60} />
              <span className={styles.quiet}>{providerWords[account.provider]}</span>
              <Badge tone={stateWords[account.state].tone}>{stateWords[account.state].label}</Badge>
            </li>
          ))}
        </ul>
      )}
      <AddAccountDialog open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
