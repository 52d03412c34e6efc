import { useState, type JSX } from 'react';
import { registrationSteps } from '../../shared/accounts/registration-steps.ts';
import { cloudChoices } from '../accounts/cloud-words.ts';
import { useDeed } from '../state/deed.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import {
  clientOf,
  draftProblems,
  emptyDraft,
  type ClientDraft,
} from '../../shared/accounts/client-draft.ts';
import styles from './settings.module.css';

const providers = [
  { value: 'microsoft', label: 'Microsoft' },
  { value: 'google', label: 'Google' },
] as const;

/** Takes a client id, and says how to get one. */
export function RegistrationDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const save = useDeed('saveClient');
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const problems = draftProblems(draft);
  const change = (part: Partial<ClientDraft>): void => setDraft({ ...draft, ...part });
  const run = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    if ((await save.run(clientOf(draft), 'Saved. Sign-ins use it from now on.')) !== null)
      onClose();
  };
  return (
    <Dialog
      open
      wide
      title="Enter a client ID"
      description="Registering is done once per organisation, and free."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={save.busy} onClick={() => void run()}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label="Provider"
          value={draft.provider}
          choices={providers}
          onChange={(provider) => change({ provider })}
        />
        <ol className={styles.steps}>
          {registrationSteps[draft.provider].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <DraftFields draft={draft} problems={tried ? problems : {}} onChange={change} />
      </div>
    </Dialog>
  );
}

interface DraftFieldsProps {
  readonly draft: ClientDraft;
  readonly problems: ReturnType<typeof draftProblems>;
  readonly onChange: (part: Partial<ClientDraft>) => void;
}

function DraftFields({ draft, problems, onChange }: DraftFieldsProps): JSX.Element {
  const text = (field: 'clientId' | 'tenant' | 'clientSecret', label: string): JSX.Element => (
    <Field label={label} error={problems[field]}>
      {(control) => (
        <TextInput
          {...control}
          value={draft[field]}
          maxLength={300}
          onChange={(value) => onChange({ [field]: value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('clientId', 'Client ID')}
      {draft.provider === 'google' ? (
        text('clientSecret', 'Client secret')
      ) : (
        <>
          <Field label="Cloud">
            {(control) => (
              <Select
                {...control}
                value={draft.cloud}
                choices={cloudChoices}
                onChange={(cloud) => onChange({ cloud })}
              />
            )}
          </Field>
          {text('tenant', 'Tenant')}
        </>
      )}
    </>
  );
}
