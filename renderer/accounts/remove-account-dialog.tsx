import { useState, type JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { counted } from '../rules/rule-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { accountTotals } from '../../shared/accounts/account-totals.ts';
import { useRemoval } from './removal.ts';

const choices = [
  {
    value: 'with',
    label: 'Remove its blocks too',
    hint: 'Its calendars look as if Umbra had never run, and blocks that its events cast elsewhere go as well. Where it can’t be reached now, that happens as soon as it can.',
  },
  {
    value: 'without',
    label: 'Leave the blocks where they are',
    hint: 'They stay as plain events that nobody keeps up to date.',
  },
] as const;

export interface RemoveAccountDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps): JSX.Element {
  const [choice, setChoice] = useState<'with' | 'without'>('with');
  const removal = useRemoval(account, onClose);
  return (
    <ConfirmDialog
      open
      title={`Remove “${account.label}”?`}
      description={`Umbra forgets the sign-in and everything it knows of ${counted(accountTotals(account).calendars, 'calendar')}. Your own events are never touched.`}
      verb="Remove account"
      danger
      busy={removal.busy}
      onConfirm={() => void removal.run(choice === 'with')}
      onClose={onClose}
    >
      <RadioCards
        tall
        label="What becomes of the blocks"
        value={choice}
        choices={choices}
        onChange={setChoice}
      />
    </ConfirmDialog>
  );
}
