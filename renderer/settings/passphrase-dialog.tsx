import { useState, type JSX } from 'react';
import { useDeed } from '../state/deed.ts';
import { createNotices } from '../state/notices.ts';
import { useShelf } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { passphraseWords } from './settings-words.ts';
import styles from './settings.module.css';

export type Direction = 'export' | 'import';

/** Asks for the passphrase of a carried key; twice where a typing error would lock the file for good. */
export function PassphraseDialog({
  direction,
  onClose,
}: {
  readonly direction: Direction;
  readonly onClose: () => void;
}): JSX.Element {
  const words = passphraseWords[direction];
  const shelf = useShelf();
  const save = useDeed('exportVault');
  const take = useDeed('importVault');
  const { busy } = direction === 'export' ? save : take;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const run = async (): Promise<void> => {
    const done =
      direction === 'export'
        ? (await save.run({ passphrase }))?.saved
        : (await take.run({ passphrase }))?.taken;
    if (done !== true) return;
    shelf.store(createNotices).getState().say(words.done);
    onClose();
  };
  return (
    <Dialog
      open
      title={words.title}
      description={words.description}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={passphrase === '' || (direction === 'export' && again !== passphrase)}
            onClick={() => void run()}
          >
            {words.button}
          </Button>
        </>
      }
    >
      <PassphraseFields
        twice={direction === 'export'}
        hint={words.hint}
        value={passphrase}
        again={again}
        onChange={setPassphrase}
        onAgain={setAgain}
      />
    </Dialog>
  );
}

interface FieldsProps {
  readonly twice: boolean;
  readonly hint: string | null;
  readonly value: string;
  readonly again: string;
  readonly onChange: (value: string) => void;
  readonly onAgain: (value: string) => void;
}

function PassphraseFields(props: FieldsProps): JSX.Element {
  const { twice, hint, value, again, onChange, onAgain } = props;
  const differs = again !== '' && again !== value;
  return (
    <div className={styles.form}>
      <Field label="Passphrase" {...(hint === null ? {} : { hint })}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            value={value}
            maxLength={1_000}
            onChange={onChange}
          />
        )}
      </Field>
      {twice ? (
        <Field label="Once more" error={differs ? 'The two are not the same yet.' : undefined}>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              value={again}
              maxLength={1_000}
              onChange={onAgain}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
