import type { JSX } from 'react';
import { registrationSteps } from '../../shared/accounts/registration-steps.ts';
import type { ProviderKind } from '../../shared/model/account.ts';
import type { Locks } from '../../shared/policy/locks.ts';
import { useLocks } from '../state/locks.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { cloudChoices } from './cloud-words.ts';
import { useSignIn, type SignIn } from './use-sign-in.ts';
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
  const signIn = useSignIn(() => {
    onClose();
    onDone?.();
  });
  const { provider, label, setLabel, error, busy, problem, connect } = signIn;
  const locks = useLocks();
  return (
    <Dialog
      open={open}
      title="Add an account"
      description="You sign in in your browser; Umbra never sees your password."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={locks.provider(provider) !== null}
            onClick={() => void connect()}
          >
            {busy ? 'Waiting for the browser' : 'Sign in in the browser'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ProviderCards signIn={signIn} locks={locks} />
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
        <SignInWish signIn={signIn} />
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

interface ProviderCardsProps {
  readonly signIn: SignIn;
  readonly locks: Locks;
}

/** Those that policy forbids are greyed out, and say why. */
function ProviderCards({ signIn, locks }: ProviderCardsProps): JSX.Element {
  const choices = providers.map((choice) => {
    const reason = locks.provider(choice.value);
    return reason === null ? choice : { ...choice, hint: reason, disabled: true };
  });
  return (
    <RadioCards
      label="Provider"
      columns={2}
      value={signIn.provider}
      choices={choices}
      onChange={signIn.setProvider}
    />
  );
}

/** Which cloud, and whether more than reading is asked for. */
function SignInWish({ signIn }: { readonly signIn: SignIn }): JSX.Element {
  const { provider, cloud, setCloud, readOnly, setReadOnly } = signIn;
  return (
    <>
      {provider === 'microsoft' ? (
        <Field label="Cloud">
          {(control) => (
            <Select {...control} value={cloud} choices={cloudChoices} onChange={setCloud} />
          )}
        </Field>
      ) : null}
      <Checkbox
        label="Ask for reading only: no block will ever be written to this account"
        checked={readOnly}
        onChange={setReadOnly}
      />
    </>
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
        {registrationSteps[provider].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
