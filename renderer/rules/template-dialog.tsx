import { useState, type JSX } from 'react';
import type { TemplateName } from '../../shared/rules/rule-templates.ts';
import { useDeed } from '../state/deed.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { createDrafts } from './drafts-store.ts';
import { addRules, newRule } from '../../shared/rules/rule-list.ts';
import { templateNames, templateWords } from './template-words.ts';

const choices = [
  {
    value: 'empty',
    label: 'An empty rule',
    hint: 'Choose calendars, conditions and the mask yourself.',
  },
  ...templateNames.map((value) => ({
    value,
    label: templateWords[value].title,
    hint: templateWords[value].sentence,
  })),
] as const satisfies readonly { value: TemplateName | 'empty'; label: string; hint: string }[];

/** How a new rule begins. Nothing is written before it is saved. */
export function TemplateDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const { open, onClose } = props;
  const [chosen, setChosen] = useState<TemplateName | 'empty'>('empty');
  const template = useDeed('ruleTemplate');
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const edit = useFeature(createDrafts, (state) => state.edit);
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  const add = async (): Promise<void> => {
    const added = chosen === 'empty' ? [newRule(rules)] : await template.run({ name: chosen });
    if (added === null) return;
    const next = addRules(rules, added);
    edit(() => next);
    focusOn(next[rules.length]?.id ?? null);
    onClose();
  };
  return (
    <Dialog
      open={open}
      title="New rule"
      description="You see what it would do before anything is written."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={template.busy} onClick={() => void add()}>
            Add
          </Button>
        </>
      }
    >
      <RadioCards tall label="Begin with" value={chosen} choices={choices} onChange={setChosen} />
    </Dialog>
  );
}
