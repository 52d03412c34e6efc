import { Copy, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import { createRulesStore } from '../state/app.ts';
import { useLocks } from '../state/locks.ts';
import { useAsked } from '../state/asked.ts';
import { useFeature } from '../state/stores.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { createDrafts } from './drafts-store.ts';
import { reasonsAt } from '../../shared/rules/problems.ts';
import { renameRule } from '../../shared/rules/rename-rule.ts';
import { duplicateRule, removeRule } from '../../shared/rules/rule-list.ts';
import { counted } from './rule-words.ts';
import type { FocusedRule } from './use-focused-rule.ts';
import styles from './rule-editor.module.css';

/** The name of the rule, and what can be done with it as a whole. */
export function RuleHead({ focused }: { readonly focused: FocusedRule }): JSX.Element {
  const { rule, problems, locked, pinned } = focused;
  const edit = useFeature(createDrafts, (state) => state.edit);
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const views = useFeature(createRulesStore, (state) => state.value);
  const [removing, setRemoving] = useAsked(`delete ${rule.id}`);
  const view = views?.find((one) => one.rule.id === rule.id);
  const rename = (name: string): void => {
    const renamed = renameRule(rules, rule.id, name, view !== undefined);
    edit(() => renamed.rules, `name ${focused.key}`);
    if (renamed.id !== rule.id) focusOn(renamed.id);
  };
  const duplicate = (): void => {
    const copied = duplicateRule(rules, rule.id);
    edit(() => copied.rules);
    focusOn(copied.id);
  };
  const remove = (): void => {
    const index = rules.findIndex(({ id }) => id === rule.id);
    const next = rules[index + 1] ?? rules[index - 1];
    edit((all) => removeRule(all, rule.id));
    focusOn(next?.id ?? null);
    setRemoving(false);
  };
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <Field label="Name" error={reasonsAt(problems, 'name')[0]} hint={`Id: ${rule.id}`}>
          {(control) => (
            <TextInput
              {...control}
              value={rule.name}
              maxLength={ruleLimits.name}
              disabled={locked !== null}
              onChange={rename}
            />
          )}
        </Field>
      </div>
      <HeadButtons pinned={pinned} onDuplicate={duplicate} onDelete={() => setRemoving(true)} />
      {removing ? (
        <RemoveDialog
          name={rule.name}
          blocks={view?.blocks ?? 0}
          onConfirm={remove}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </header>
  );
}

interface HeadButtonsProps {
  readonly pinned: boolean;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

function HeadButtons({ pinned, onDuplicate, onDelete }: HeadButtonsProps): JSX.Element {
  const { ownRules } = useLocks();
  return (
    <>
      <IconButton
        label="Duplicate"
        icon={<Copy size={16} />}
        disabled={ownRules !== null}
        onClick={onDuplicate}
      />
      <IconButton label="Delete" icon={<Trash2 size={16} />} disabled={pinned} onClick={onDelete} />
    </>
  );
}

interface RemoveDialogProps {
  readonly name: string;
  readonly blocks: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function RemoveDialog({ name, blocks, onConfirm, onClose }: RemoveDialogProps): JSX.Element {
  return (
    <ConfirmDialog
      open
      title={`Delete “${name}”?`}
      description={
        blocks === 0
          ? 'It has written no block. You can undo this.'
          : `Once saved, the ${counted(blocks, 'block')} that it wrote go from their calendars. Your own events stay. You can undo this until you save.`
      }
      verb="Delete rule"
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
