import { useState, type JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { useDeed } from '../state/deed.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { providerWords, stateWords } from './account-words.ts';
import { MendButton } from './mend-button.tsx';
import { useRemoval } from './removal.ts';
import styles from './accounts.module.css';

/** An account on its way out: why it is still here, the way back, and the way to end it at once. */
export function LeavingCard({ account }: { readonly account: AccountView }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const keep = useDeed('keepAccount');
  return (
    <article className={styles.card} aria-label={account.label}>
      <header className={styles.head}>
        <span className={styles.logo} aria-hidden="true">
          {Array.from(account.label)[0]}
        </span>
        <div className={styles.words}>
          <h2 className={styles.label}>
            <Foreign text={account.label} max={60} />
            <Badge tone="accent">{stateWords.removing.label}</Badge>
          </h2>
          <p className={styles.small}>
            <Foreign text={account.email} max={120} /> · {providerWords[account.provider]}
          </p>
          <p className={styles.sentence}>
            <Foreign text={account.sentence} max={400} />
          </p>
        </div>
        <MendButton account={account} />
        <Button
          busy={keep.busy}
          onClick={() => void keep.run({ id: account.id }, `“${account.label}” stays connected.`)}
        >
          Keep account
        </Button>
        <Button look="danger" onClick={() => setAsking(true)}>
          Remove now…
        </Button>
      </header>
      {asking ? <RemoveNowDialog account={account} onClose={() => setAsking(false)} /> : null}
    </article>
  );
}

interface RemoveNowDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

function RemoveNowDialog({ account, onClose }: RemoveNowDialogProps): JSX.Element {
  const removal = useRemoval(account, onClose);
  return (
    <ConfirmDialog
      open
      title={`Remove “${account.label}” now?`}
      description="Its sign-in is deleted at once. Blocks that are still on its calendars stay there as plain events that nobody keeps up to date."
      verb="Remove now"
      danger
      busy={removal.busy}
      onConfirm={() => void removal.run(false)}
      onClose={onClose}
    />
  );
}
