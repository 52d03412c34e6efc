import { useState, type JSX } from 'react';
import { createNotices } from '../state/notices.ts';
import { useDeed } from '../state/deed.ts';
import { useShelf } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { eraseWord, unlocksErase } from '../../shared/view/settings-choice.ts';
import styles from './settings.module.css';

const choices = [
  {
    value: 'all',
    label: 'Remove every block too',
    hint: 'Each calendar looks as if Umbra had never run. It takes a while. If an account can’t be reached, nothing is erased, so that its blocks can still be found.',
  },
  {
    value: 'local',
    label: 'Only what is on this computer',
    hint: 'The blocks stay on the calendars, and nobody keeps them up to date.',
  },
] as const;

/** The one thing in Umbra that can't be undone: it wants a word typed. */
export function EraseDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const shelf = useShelf();
  const erase = useDeed('eraseEverything');
  const [choice, setChoice] = useState<'all' | 'local'>('all');
  const [word, setWord] = useState('');
  const run = async (): Promise<void> => {
    const done = await erase.run({ removeBlocks: choice === 'all' });
    if (done === null) return;
    shelf
      .store(createNotices)
      .getState()
      .say(
        choice === 'all' && done.left > 0
          ? `Nothing was erased: ${done.left} blocks could not be removed. The rules are off; try again when every account can be reached, or leave the blocks.`
          : 'Erased. Umbra holds nothing any more.',
      );
    onClose();
  };
  return (
    <Dialog
      open
      title="Erase everything?"
      description="Accounts, sign-ins, rules, the log and the local database go. This can’t be undone. Your own events are never touched."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="danger"
            busy={erase.busy}
            disabled={!unlocksErase(word)}
            onClick={() => void run()}
          >
            Erase everything
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioCards tall label="What goes" value={choice} choices={choices} onChange={setChoice} />
        <Field label={`Type ${eraseWord} to go on`}>
          {(control) => <TextInput {...control} value={word} maxLength={20} onChange={setWord} />}
        </Field>
      </div>
    </Dialog>
  );
}
