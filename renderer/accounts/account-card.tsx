import { Ellipsis, LogIn, Pencil, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { createAppStore } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { counted } from '../rules/rule-words.ts';
import { Badge } from '../ui/badge.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { accountTotals } from '../../shared/accounts/account-totals.ts';
import { providerWords, stateWords } from './account-words.ts';
import { CalendarTable } from './calendar-table.tsx';
import { MendButton } from './mend-button.tsx';
import { RemoveAccountDialog } from './remove-account-dialog.tsx';
import { RenameAccountDialog } from './rename-account-dialog.tsx';
import styles from './accounts.module.css';

/** One sign-in: its state in words, the one button that mends it, its calendars. */
export function AccountCard({ account }: { readonly account: AccountView }): JSX.Element {
  const [renaming, setRenaming] = useAsked(`rename ${account.id}`);
  const [removing, setRemoving] = useAsked(`remove ${account.id}`);
  const now = useFeature(createAppStore, ({ value }) => value?.now ?? 0);
  const zone = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  const state = stateWords[account.state];
  const totals = accountTotals(account);
  return (
    <article className={styles.card} aria-label={account.label}>
      <header className={styles.head}>
        <span className={styles.logo} aria-hidden="true">
          {Array.from(account.label)[0]}
        </span>
        <div className={styles.words}>
          <h2 className={styles.label}>
            <Foreign text={account.label} max={60} />
            {account.stopped ? (
              <Badge tone="warn">Stopped by your organisation</Badge>
            ) : (
              <Badge tone={state.tone}>{state.label}</Badge>
            )}
            {account.sample ? <Badge>Sample</Badge> : null}
          </h2>
          <p className={styles.small}>
            <Foreign text={account.email} max={120} /> · {providerWords[account.provider]} ·{' '}
            {counted(totals.calendars, 'calendar')} · {counted(totals.events, 'event')} ·{' '}
            {counted(totals.blocks, 'block')}
          </p>
          {account.state === 'healthy' && !account.stopped ? null : (
            <p className={styles.sentence}>
              <Foreign text={account.sentence} max={300} />
            </p>
          )}
        </div>
        <MendButton account={account} />
        <AccountMenu
          account={account}
          onRename={() => setRenaming(true)}
          onRemove={() => setRemoving(true)}
        />
      </header>
      {account.calendars.length === 0 ? (
        <p className={styles.none}>Its calendars are not known yet.</p>
      ) : (
        <CalendarTable account={account} now={now} zone={zone} />
      )}
      {renaming ? (
        <RenameAccountDialog account={account} onClose={() => setRenaming(false)} />
      ) : null}
      {removing ? (
        <RemoveAccountDialog account={account} onClose={() => setRemoving(false)} />
      ) : null}
    </article>
  );
}

interface AccountMenuProps {
  readonly account: AccountView;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

function AccountMenu({ account, onRename, onRemove }: AccountMenuProps): JSX.Element {
  const signIn = useDeed('signInAgain');
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More for ${account.label}`} icon={<Ellipsis size={16} />} />}
      entries={[
        {
          id: 'rename',
          label: 'Rename…',
          icon: <Pencil size={14} />,
          onChoose: onRename,
        },
        {
          id: 'signIn',
          label: 'Sign in again…',
          icon: <LogIn size={14} />,
          disabled: signIn.busy,
          onChoose: () => void signIn.run({ id: account.id }, 'Signed in again.'),
        },
        {
          id: 'remove',
          label: 'Remove…',
          icon: <Trash2 size={14} />,
          apart: true,
          onChoose: onRemove,
        },
      ]}
    />
  );
}
