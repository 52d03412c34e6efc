import type { JSX } from 'react';
import type { ProviderKind } from '../../shared/model/account.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { clientIdSteps } from './account-words.ts';
import { useSignIn } from './use-sign-in.ts';
import styles from './accounts.module.css';

const providers = [
  {
    value: 'microsoft',
    label: 'Microsoft',
    hint: 'Microsoft 365 at work or school, or Outlook.com.',
  },
  { value: 'google', label: 'Google', hint: 'Google Workspace or a private Google account.' },
] as const satisfies readonly { value: ProviderKind; label: string; hint: string }[];

export interface AddAccountDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Signs in through the system's browser. Where this build has no client id, it says how to register one. */
export function AddAccountDialog({ open, onClose, onDone }: AddAccountDialogProps): JSX.Element {
  const { provider, setProvider, label, setLabel, error, busy, problem, connect } = useSignIn(
    () => {
      onClose();
      onDone?.();
    },
  );
  return (
    <Dialog
      open={open}
      title="Add an account"
      description="You sign in in your browser; Umbra never sees your password."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} onClick={() => void connect()}>
            {busy ? 'Waiting for the browser' : 'Sign in in the browser'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioCards
          label="Provider"
          columns={2}
          value={provider}
          choices={providers}
          onChange={setProvider}
        />
        <Field
          label="Name"
          hint="Rules call its calendars by it, such as Acme/Calendar."
          error={error}
        >
          {(control) => (
            <TextInput
              {...control}
              value={label}
              maxLength={60}
              placeholder="Acme"
              onChange={setLabel}
            />
          )}
        </Field>
        {problem === null ? null : (
          <ErrorNote
            problem={problem}
            mend={{ words: 'Try again', run: () => void connect(), busy }}
          />
        )}
        <ClientIdHelp provider={provider} open={problem !== null} />
      </div>
    </Dialog>
  );
}

function ClientIdHelp(props: {
  readonly provider: ProviderKind;
  readonly open: boolean;
}): JSX.Element {
  const { provider, open } = props;
  return (
    <details className={styles.help} open={open}>
      <summary>How to register a client id, if this build has none</summary>
      <ol className={styles.steps}>
        {clientIdSteps[provider].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
