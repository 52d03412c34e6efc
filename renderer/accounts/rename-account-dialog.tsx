import { useState, type JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { createAccountsStore } from '../state/app.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { labelProblem } from '../../shared/accounts/label-problem.ts';

export interface RenameAccountDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

export function RenameAccountDialog({ account, onClose }: RenameAccountDialogProps): JSX.Element {
  const others = (useFeature(createAccountsStore, (state) => state.value) ?? [])
    .filter(({ id }) => id !== account.id)
    .map(({ label }) => label);
  const [label, setLabel] = useState(account.label);
  const rename = useDeed('renameAccount');
  const wrong = labelProblem(label, others);
  const run = async (): Promise<void> => {
    if (wrong !== null) return;
    const done = await rename.run({ id: account.id, label: label.trim() }, 'Renamed.');
    if (done !== null) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={`Rename “${account.label}”`}
      description="Rules follow the new name; nothing on your calendars changes."
      verb="Rename"
      busy={rename.busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Field label="Name" error={wrong ?? undefined}>
        {(control) => <TextInput {...control} value={label} maxLength={60} onChange={setLabel} />}
      </Field>
    </ConfirmDialog>
  );
}
